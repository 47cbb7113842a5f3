import { describe, expect, test } from 'vitest';
import type { Role } from '../access/permissions.ts';
import { relationTo } from '../access/permissions.ts';
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

const lineage = ['bureau', 'county', 'city', 'province'];
const actor = (id: string, role: Role, agency: string): Actor => ({
  id,
  grants: [{ role, agency, relation: relationTo(agency, lineage) }],
});
const editor = actor('editor', 'editor', 'bureau');
const head = actor('head', 'agencyHead', 'bureau');
const reviewer = actor('reviewer', 'reviewer', 'county');
const city = actor('city', 'reviewer', 'city');
const province = actor('province', 'reviewer', 'province');
const both: Actor = { id: 'both', grants: [...editor.grants, ...reviewer.grants] };
const twoLevels: Actor = { id: 'two-levels', grants: [...reviewer.grants, ...city.grants] };
const stranger = actor('stranger', 'reviewer', 'another county');

const report = emptyReport('云溪县林业局', 2025, formatById['2021']);
const sound: MoveSubject = { report, explanations: [], attachments: [], findings: [], ruleSetVersion: '1' };
const mended: MoveSubject = { ...sound, report: { ...report, title: '更正后的标题' } };
const withFile: MoveSubject = { ...sound, attachments: [{ name: '附表.pdf', digest: 'a'.repeat(64) }] };
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
  return applyMove(lifecycle, { move, actor, lineage, at: '2026-01-15T01:00:00Z', reason: '理由', subject });
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
const toCity: readonly Step[] = [...toApproved, [city, 'accept']];
const toProvince: readonly Step[] = [...toCity, [province, 'accept']];
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
    ['a file added since', toApproved, [reviewer, 'publish', withFile], ['approval-void-content']],
    ['a correction that corrects nothing', toCorrection, [editor, 'submit'], ['nothing-corrected']],
    ['giving up a correction that there is not', [], [editor, 'abandonCorrection'], ['no-correction']],
  ])('refused: %s', (...[, steps, step, codes]) => {
    expect(refusals(reached(...steps), step)).toEqual(codes);
  });

  test('an editor who does not approve does not stand in the way of another reviewer', () => {
    expect(reached([both, 'edit'], [both, 'submit'], [reviewer, 'approve']).state).toBe('approved');
  });

  test('another file is a correction too', () => {
    const corrected = reached(
      ...toCorrection,
      [editor, 'submit', withFile],
      [reviewer, 'approve', withFile],
      [reviewer, 'publish', withFile],
    );
    expect(corrected).toMatchObject({ state: 'corrected', publicVersion: 2, publicDigest: reportDigest(report) });
    const again = reached(...toCorrection.slice(0, -2));
    expect(refusals({ ...corrected, state: 'draft' }, [editor, 'submit', withFile])).toEqual(['nothing-corrected']);
    expect(again.publicAttachments).toBeNull();
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
      applyMove(approved, { move: 'publish', actor: head, lineage, at, reason: null, subject: sound });
    expect(publish('2025-12-31T15:59:59Z')).toMatchObject({ ok: false, refusals: [{ code: 'year-not-ended' }] });
    expect(publish('2025-12-31T16:00:00Z')).toMatchObject({ ok: true });
  });

  test.each<[MoveName, Actor, readonly Step[]]>([
    ['return', reviewer, toSubmitted],
    ['unapprove', reviewer, toApproved],
    ['unaccept', city, toCity],
    ['correct', editor, toPublished],
  ])('%s needs a reason', (move, actor, steps) => {
    const result = applyMove(reached(...steps), {
      move,
      actor,
      lineage,
      at: '2026-01-15T01:00:00Z',
      reason: '  ',
      subject: sound,
    });
    expect(result).toMatchObject({ ok: false, refusals: [{ code: 'reason-missing' }] });
  });

  test('an approval names who, when, what and by which rules', () => {
    const { approval } = reached(...toApproved);
    expect(approval).toMatchObject({
      by: 'reviewer',
      level: 'county',
      at: '2026-01-15T01:00:00Z',
      ruleSetVersion: '1',
    });
    expect(approvalStands(approval, sound)).toBe(true);
    expect(approvalStands(approval, mended)).toBe(false);
  });

  test('what is stored reads back', () => {
    for (const lifecycle of [newLifecycle, reached(...toProvince), reached(...toCorrection)]) {
      expect(lifecycleSchema.parse(JSON.parse(JSON.stringify(lifecycle)))).toEqual(lifecycle);
    }
  });
});

describe('acceptance level by level', () => {
  test('each level names what it accepts, from the one above the approval upwards, and publication keeps them', () => {
    const { acceptances } = reached(...toProvince);
    expect(acceptances.map(({ level, by }) => [level, by])).toEqual([
      ['city', 'city'],
      ['province', 'province'],
    ]);
    expect(acceptances.every((acceptance) => approvalStands(acceptance, sound))).toBe(true);
    const published = attempt(reached(...toProvince), [head, 'publish']);
    expect(published).toMatchObject({ lifecycle: { acceptances: [] }, event: { publication: { acceptances } } });
  });

  test("a government's own report is approved by its own reviewer or the next, and accepted above that", () => {
    const own = [{ role: 'reviewer', agency: 'county', relation: 'own' }] as const;
    const above = ['county', 'city', 'province'];
    const make = (lifecycle: Lifecycle, move: MoveName, by: Actor) => {
      const result = applyMove(lifecycle, {
        ...{ move, actor: by, lineage: above, at: '2026-01-15T01:00:00Z', reason: null, subject: sound },
      });
      if (!result.ok) throw new Error(result.refusals.map(({ code }) => code).join());
      return result.lifecycle;
    };
    const submitted: Lifecycle = { ...newLifecycle, state: 'submitted', submittedBy: 'editor', editors: ['editor'] };
    const bySelf = make(make(submitted, 'approve', { id: 'reviewer', grants: own }), 'accept', city);
    expect(bySelf).toMatchObject({ approval: { level: 'county' }, acceptances: [{ level: 'city' }] });
    const byCity = make(make(submitted, 'approve', city), 'accept', province);
    expect(byCity).toMatchObject({ approval: { level: 'city' }, acceptances: [{ level: 'province' }] });
  });

  test('taken back from the top down, everything below can move again', () => {
    const withdrawn = reached(...toProvince, [province, 'unaccept'], [city, 'unaccept']);
    expect(withdrawn).toMatchObject({ state: 'approved', acceptances: [] });
    expect(attempt(withdrawn, [reviewer, 'unapprove'])).toMatchObject({ ok: true });
    expect(attempt(withdrawn, [editor, 'edit'])).toMatchObject({ ok: true });
  });

  test('a level above may take back what a lower one accepted', () => {
    expect(reached(...toCity, [province, 'unaccept'])).toMatchObject({ acceptances: [] });
  });

  test('once the rules have changed, acceptances stand no more, and an edit clears them', () => {
    const newRules = { ...sound, ruleSetVersion: '2' };
    const edited = attempt(reached(...toProvince), [editor, 'edit', newRules]);
    expect(edited).toMatchObject({ ok: true, lifecycle: { state: 'draft', approval: null, acceptances: [] } });
  });

  test.each<[string, readonly Step[], Step, readonly string[]]>([
    ['by the level that approved', toApproved, [{ ...reviewer, id: 'another' }, 'accept'], ['level-done']],
    ['over the head of a level', toApproved, [province, 'accept'], ['lower-level-first']],
    ['twice for one level', toCity, [{ ...city, id: 'another' }, 'accept'], ['level-done']],
    ['by a role below', toApproved, [head, 'accept'], ['not-allowed']],
    ['of what is not approved', toSubmitted, [city, 'accept'], ['wrong-state']],
    ['of what changed since', toApproved, [city, 'accept', mended], ['approval-void-content']],
    [
      'of own work',
      [
        [{ id: 'city', grants: editor.grants }, 'edit'],
        [editor, 'submit'],
        [reviewer, 'approve'],
      ],
      [city, 'accept'],
      ['own-work'],
    ],
    ['by who approved it below', [...toSubmitted, [twoLevels, 'approve']], [twoLevels, 'accept'], ['own-approval']],
    ['of what was accepted: an edit', toCity, [editor, 'edit'], ['accepted-above']],
    ['of what was accepted: a return', toCity, [reviewer, 'return'], ['accepted-above']],
    ['of what was accepted: taking back the approval', toCity, [reviewer, 'unapprove'], ['accepted-above']],
    ['taken back under a higher one', toProvince, [city, 'unaccept'], ['accepted-higher']],
    ['taken back where there is none', toApproved, [city, 'unaccept'], ['nothing-accepted']],
  ])('refused: %s', (...[, steps, step, codes]) => {
    expect(refusals(reached(...steps), step)).toEqual(codes);
  });
});

describe('available moves', () => {
  const allowed = (lifecycle: Lifecycle, actor: Actor) =>
    availableMoves(lifecycle, { actor, lineage, at: '2026-01-15T01:00:00Z', subject: sound })
      .filter((option) => option.allowed)
      .map(({ move }) => move);

  test.each<[string, readonly Step[], Actor, readonly MoveName[]]>([
    ['editor on a draft', [], editor, ['edit', 'submit']],
    ['reviewer on a draft', [], reviewer, []],
    ['editor on what is submitted', toSubmitted, editor, ['withdraw']],
    ['reviewer on what is submitted', toSubmitted, reviewer, ['return', 'approve']],
    ['reviewer on what is approved', toApproved, reviewer, ['return', 'unapprove', 'publish']],
    ['the next level on what is approved', toApproved, city, ['return', 'unapprove', 'accept', 'publish']],
    ['reviewer on what is accepted above', toCity, reviewer, ['publish']],
    ['who accepted last', toCity, city, ['unaccept', 'publish']],
    ['editor on what is public', toPublished, editor, ['correct']],
    ['stranger on what is public', toPublished, stranger, []],
  ])('%s', (...[, steps, actor, expected]) => {
    expect(allowed(reached(...steps), actor)).toEqual(expected);
  });

  test('what is refused says why and what to do, in both languages', () => {
    const situation = { actor: reviewer, lineage, at: '2026-01-15T01:00:00Z', subject: sound };
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
