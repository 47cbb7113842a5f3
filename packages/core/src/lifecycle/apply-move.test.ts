import { describe, expect, test } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import { formatById } from '../formats/formats.ts';
import { reportDigest } from '../report/digest.ts';
import { emptyReport } from '../report/report.ts';
import type { Actor, MoveResult } from './apply-move.ts';
import { applyMove, availableMoves } from './apply-move.ts';
import type { MoveSubject } from './approval.ts';
import { approvalStands } from './approval.ts';
import type { Lifecycle } from './lifecycle.ts';
import { lifecycleSchema, newLifecycle } from './lifecycle.ts';
import type { MoveName } from './moves.ts';
import { refusalText } from './refusal.ts';

const editor: Actor = { id: 'editor', grants: [{ role: 'editor', relation: 'own' }] };
const head: Actor = { id: 'head', grants: [{ role: 'agencyHead', relation: 'own' }] };
const reviewer: Actor = { id: 'reviewer', grants: [{ role: 'reviewer', relation: 'below' }] };
const both: Actor = { id: 'both', grants: [...editor.grants, ...reviewer.grants] };
const stranger: Actor = { id: 'stranger', grants: [{ role: 'reviewer', relation: 'elsewhere' }] };

const report = emptyReport('云溪县林业局', 2025, formatById['2021']);
const sound: MoveSubject = { report, explanations: [], findings: [], ruleSetVersion: '1' };
const mended: MoveSubject = { ...sound, report: { ...report, title: '更正后的标题' } };
const finding = (severity: Finding['severity']): Finding => ({
  rule: 'T3-CARRIED-OUT-SHARE',
  instance: null,
  severity,
  cells: [],
  expected: 0.2,
  actual: 0.5,
  difference: null,
  place: null,
  values: {},
  repair: null,
});

type Step = readonly [Actor, MoveName, MoveSubject?];

function attempt(lifecycle: Lifecycle, [actor, move, subject = sound]: Step): MoveResult {
  return applyMove(lifecycle, { move, actor, at: '2026-01-15T01:00:00Z', reason: '理由', subject });
}

function reached(...steps: readonly Step[]): Lifecycle {
  return steps.reduce((lifecycle, step) => {
    const result = attempt(lifecycle, step);
    if (!result.ok) throw new Error(`${step[1]}: ${result.refusals.map(({ code }) => code).join()}`);
    return result.lifecycle;
  }, newLifecycle);
}

const refusals = (lifecycle: Lifecycle, step: Step) => {
  const result = attempt(lifecycle, step);
  return result.ok ? [] : result.refusals.map(({ code }) => code);
};

const toSubmitted: readonly Step[] = [
  [editor, 'edit'],
  [editor, 'submit'],
];
const toApproved: readonly Step[] = [...toSubmitted, [reviewer, 'approve']];
const toPublished: readonly Step[] = [...toApproved, [reviewer, 'publish']];
const toCorrection: readonly Step[] = [...toPublished, [editor, 'correct']];

describe('moves', () => {
  test('draft, submitted, approved, published', () => {
    expect(reached([editor, 'edit']).state).toBe('draft');
    expect(reached(...toSubmitted).state).toBe('submitted');
    expect(reached(...toApproved).state).toBe('approved');
    expect(reached(...toPublished)).toMatchObject({ state: 'published', publicVersion: 1, approval: null });
  });

  test.each<[MoveName, readonly Step[], string]>([
    ['withdraw', [...toSubmitted, [editor, 'withdraw']], 'draft'],
    ['return', [...toSubmitted, [reviewer, 'return']], 'returned'],
    ['return', [...toApproved, [reviewer, 'return']], 'returned'],
    ['edit', [...toSubmitted, [reviewer, 'return'], [editor, 'edit']], 'returned'],
    ['unapprove', [...toApproved, [reviewer, 'unapprove']], 'submitted'],
    ['edit', [...toApproved, [editor, 'edit']], 'draft'],
    ['correct', toCorrection, 'draft'],
    ['abandonCorrection', [...toCorrection, [editor, 'abandonCorrection']], 'published'],
  ])('%s', (_, steps, state) => {
    expect(reached(...steps)).toMatchObject({ state, approval: null });
  });

  test('a correction is published as a further version with its 更正说明', () => {
    const approved = reached(
      ...toCorrection,
      [editor, 'edit', mended],
      [editor, 'submit', mended],
      [reviewer, 'approve', mended],
    );
    expect(approved).toMatchObject({ publicVersion: 1, publicDigest: reportDigest(report), correctionNote: '理由' });
    const result = attempt(approved, [reviewer, 'publish', mended]);
    expect(result).toMatchObject({
      ok: true,
      lifecycle: {
        state: 'corrected',
        publicVersion: 2,
        publicDigest: reportDigest(mended.report),
        correctionNote: null,
      },
      event: { publication: { version: 2, note: '理由', digest: reportDigest(mended.report) } },
    });
  });

  test.each<[string, readonly Step[], Step, readonly string[]]>([
    ['without a role there', [], [stranger, 'submit'], ['not-allowed']],
    ['by a role that may not', toSubmitted, [editor, 'approve'], ['not-allowed']],
    ['an editor publishing', toApproved, [editor, 'publish'], ['not-allowed']],
    ['approving a draft', [], [reviewer, 'approve'], ['wrong-state']],
    ['editing under review', toSubmitted, [editor, 'edit'], ['wrong-state']],
    ['editing what is public', toPublished, [editor, 'edit'], ['wrong-state']],
    ['publishing without approval', toSubmitted, [reviewer, 'publish'], ['wrong-state']],
    ['approving own submission', [[both, 'submit']], [both, 'approve'], ['own-work']],
    [
      'approving what another submitted after oneself did',
      [
        [both, 'submit'],
        [both, 'withdraw'],
        [editor, 'submit'],
      ],
      [both, 'approve'],
      ['own-work'],
    ],
    [
      'approving own edit',
      [
        [both, 'edit'],
        [editor, 'submit'],
      ],
      [both, 'approve'],
      ['own-work'],
    ],
    ['errors at submission', [], [editor, 'submit', { ...sound, findings: [finding('error')] }], ['errors-remain']],
    [
      'an unexplained warning at submission',
      [],
      [editor, 'submit', { ...sound, findings: [finding('warning'), finding('notice')] }],
      ['warnings-unexplained'],
    ],
    ['content changed since', toApproved, [reviewer, 'publish', mended], ['approval-void-content']],
    [
      'rules changed since',
      toApproved,
      [reviewer, 'publish', { ...sound, ruleSetVersion: '2' }],
      ['approval-void-rules'],
    ],
    ['a correction that corrects nothing', toCorrection, [editor, 'submit'], ['nothing-corrected']],
    ['giving up a correction that there is not', [], [editor, 'abandonCorrection'], ['no-correction']],
  ])('refused: %s', (...[, steps, step, codes]) => {
    expect(refusals(reached(...steps), step)).toEqual(codes);
  });

  test('an editor who does not approve does not stand in the way of another reviewer', () => {
    expect(reached([both, 'edit'], [both, 'submit'], [reviewer, 'approve']).state).toBe('approved');
  });

  test('who edited an earlier version may approve a correction by others', () => {
    const first: readonly Step[] = [
      [both, 'submit'],
      [reviewer, 'approve'],
      [reviewer, 'publish'],
    ];
    const second: readonly Step[] = [
      [editor, 'correct'],
      [editor, 'edit', mended],
      [editor, 'submit', mended],
    ];
    expect(reached(...first, ...second, [both, 'approve', mended]).state).toBe('approved');
  });

  test('a report is not published before its year has ended, by the calendar in China', () => {
    const approved = reached(...toApproved);
    const publish = (at: string) =>
      applyMove(approved, { move: 'publish', actor: head, at, reason: null, subject: sound });
    expect(publish('2025-12-31T15:59:59Z')).toMatchObject({ ok: false, refusals: [{ code: 'year-not-ended' }] });
    expect(publish('2025-12-31T16:00:00Z')).toMatchObject({ ok: true });
  });

  test.each<[MoveName, Actor, readonly Step[]]>([
    ['return', reviewer, toSubmitted],
    ['unapprove', reviewer, toApproved],
    ['correct', editor, toPublished],
  ])('%s needs a reason', (move, actor, steps) => {
    const result = applyMove(reached(...steps), {
      move,
      actor,
      at: '2026-01-15T01:00:00Z',
      reason: '  ',
      subject: sound,
    });
    expect(result).toMatchObject({ ok: false, refusals: [{ code: 'reason-missing' }] });
  });

  test('an approval names who, when, what and by which rules', () => {
    const { approval } = reached(...toApproved);
    expect(approval).toMatchObject({ by: 'reviewer', at: '2026-01-15T01:00:00Z', ruleSetVersion: '1' });
    expect(approvalStands(approval, sound)).toBe(true);
    expect(approvalStands(approval, mended)).toBe(false);
  });

  test('what is stored reads back', () => {
    for (const lifecycle of [newLifecycle, reached(...toApproved), reached(...toCorrection)]) {
      expect(lifecycleSchema.parse(JSON.parse(JSON.stringify(lifecycle)))).toEqual(lifecycle);
    }
  });
});

describe('available moves', () => {
  const allowed = (lifecycle: Lifecycle, actor: Actor) =>
    availableMoves(lifecycle, { actor, at: '2026-01-15T01:00:00Z', subject: sound })
      .filter((option) => option.allowed)
      .map(({ move }) => move);

  test.each<[string, readonly Step[], Actor, readonly MoveName[]]>([
    ['editor on a draft', [], editor, ['edit', 'submit']],
    ['reviewer on a draft', [], reviewer, []],
    ['editor on what is submitted', toSubmitted, editor, ['withdraw']],
    ['reviewer on what is submitted', toSubmitted, reviewer, ['return', 'approve']],
    ['reviewer on what is approved', toApproved, reviewer, ['return', 'unapprove', 'publish']],
    ['editor on what is public', toPublished, editor, ['correct']],
    ['stranger on what is public', toPublished, stranger, []],
  ])('%s', (...[, steps, actor, expected]) => {
    expect(allowed(reached(...steps), actor)).toEqual(expected);
  });

  test('what is refused says why and what to do, in both languages', () => {
    const situation = { actor: reviewer, at: '2026-01-15T01:00:00Z', subject: sound };
    for (const { refusals: found } of availableMoves(newLifecycle, situation)) {
      for (const text of found.map(refusalText)) {
        expect(text.zh).not.toMatch(/[{}]/);
        expect(text.en).not.toMatch(/[{}]/);
      }
    }
    const refused = attempt(newLifecycle, [reviewer, 'approve']);
    expect(refused.ok ? [] : refused.refusals.map((refusal) => refusalText(refusal).zh)).toEqual([
      '报告现为“草稿”，不能审核通过。请刷新后再看可以做什么。',
    ]);
  });
});
