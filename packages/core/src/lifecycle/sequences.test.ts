import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '../access/permissions.ts';
import { relationTo } from '../access/permissions.ts';
import { formatById } from '../formats/formats.ts';
import { reportDigest } from '../report/digest.ts';
import type { Report } from '../report/report.ts';
import { emptyReport } from '../report/report.ts';
import type { Actor, MoveEvent } from './apply-move.ts';
import { applyMove, availableMoves } from './apply-move.ts';
import type { MoveSubject } from './approval.ts';
import { approvalDigest } from './approval.ts';
import type { Lifecycle } from './lifecycle.ts';
import { newLifecycle } from './lifecycle.ts';
import type { MoveName } from './moves.ts';
import { moveNames } from './moves.ts';

const lineage = ['bureau', 'county', 'city', 'province'];
const person = (id: string, ...held: readonly (readonly [Role, string])[]): Actor => ({
  id,
  grants: held.map(([role, agency]) => ({ role, agency, relation: relationTo(agency, lineage) })),
});
const people: readonly Actor[] = [
  person('editor', ['editor', 'bureau']),
  person('head', ['agencyHead', 'bureau']),
  person('reviewer', ['reviewer', 'county']),
  person('city', ['reviewer', 'city']),
  person('province', ['reviewer', 'province']),
  person('both', ['editor', 'bureau'], ['reviewer', 'bureau']),
  person('twice', ['editor', 'bureau'], ['reviewer', 'city'], ['reviewer', 'province']),
  person('stranger', ['reviewer', 'another county']),
];

const empty = emptyReport('云溪县林业局', 2025, formatById['2021']);
const contents: readonly Report[] = [0, 1, 2].map((figure) => ({ ...empty, facts: { 't3.received.total': figure } }));

/** One step of a run; `slipped` changes content without a move, as no caller should. */
interface Step {
  readonly actor: Actor;
  readonly move: MoveName | 'slipped' | 'newRules';
  readonly content: Report;
}

const step: fc.Arbitrary<Step> = fc.record({
  actor: fc.constantFrom(...people),
  move: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...moveNames) },
    { weight: 1, arbitrary: fc.constantFrom('slipped' as const, 'newRules' as const) },
  ),
  content: fc.constantFrom(...contents),
});

interface Run {
  readonly lifecycle: Lifecycle;
  readonly subject: MoveSubject;
  readonly events: readonly { readonly event: MoveEvent; readonly subject: MoveSubject }[];
}

const at = '2026-01-15T01:00:00Z';

function next(run: Run, { actor, move, content }: Step): Run {
  if (move === 'slipped') return { ...run, subject: { ...run.subject, report: content } };
  if (move === 'newRules') {
    return { ...run, subject: { ...run.subject, ruleSetVersion: `${run.subject.ruleSetVersion}+` } };
  }
  const result = applyMove(run.lifecycle, { move, actor, lineage, at, reason: '理由', subject: run.subject });
  if (!result.ok) return run;
  const subject = move === 'edit' ? { ...run.subject, report: content } : run.subject;
  return {
    lifecycle: result.lifecycle,
    subject,
    events: [...run.events, { event: result.event, subject: run.subject }],
  };
}

const start: Run = {
  lifecycle: newLifecycle,
  subject: { report: empty, explanations: [], attachments: [], findings: [], ruleSetVersion: '1' },
  events: [],
};
const runs = fc.array(step, { maxLength: 60 }).map((steps) => steps.reduce(next, start));

const made = (id: string, move: MoveName): Step => {
  const actor = people.find((one) => one.id === id);
  if (actor === undefined) throw new Error(`nobody called ${id}`);
  return { actor, move, content: empty };
};
const towardsAcceptance = [
  ...[made('editor', 'edit'), made('editor', 'submit'), made('reviewer', 'approve')],
  ...[made('city', 'accept'), made('province', 'accept'), made('twice', 'accept')],
];
/** Sequences in which an approval and acceptances are likely. */
const acceptingRuns = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...towardsAcceptance) }, { weight: 1, arbitrary: step }), {
    maxLength: 60,
  })
  .map((steps) => steps.reduce(next, start));

describe('any sequence of moves', () => {
  test('publishes no content that no standing approval names', () => {
    let published = 0;
    fc.assert(
      fc.property(runs, ({ events }) => {
        for (const { event, subject } of events) {
          if (event.move !== 'publish') continue;
          published += 1;
          expect(event.publication?.approval.digest).toBe(approvalDigest(subject));
          expect(event.publication?.digest).toBe(reportDigest(subject.report));
          const approvals = events.filter(({ event: { move } }) => move === 'approve');
          expect(approvals.some(({ subject: seen }) => approvalDigest(seen) === approvalDigest(subject))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
    expect(published).toBeGreaterThan(0);
  });

  test('has nobody approve what they edited or submitted in that round', () => {
    fc.assert(
      fc.property(runs, ({ events }) => {
        let round = new Set<string>();
        for (const { event } of events) {
          if (event.move === 'edit' || event.move === 'submit') round.add(event.by);
          if (event.move === 'approve') expect(round.has(event.by)).toBe(false);
          if (event.to === 'published' || event.to === 'corrected') round = new Set();
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps acceptances a run of the lineage upwards from the approval, each by other eyes and of the same content', () => {
    let accepted = 0;
    fc.assert(
      fc.property(acceptingRuns, ({ lifecycle: { approval, acceptances, editors } }) => {
        accepted += acceptances.length;
        const given = [approval ?? [], ...acceptances].flat();
        expect(given).toHaveLength(approval === null ? 0 : acceptances.length + 1);
        const from = lineage.indexOf(approval?.level ?? '');
        expect(given.map(({ level }) => level)).toEqual(lineage.slice(from, from + given.length));
        expect(new Set(given.map(({ by }) => by)).size).toBe(given.length);
        expect(new Set(given.map(({ digest }) => digest)).size).toBe(Math.min(1, given.length));
        expect(given.filter(({ by }) => editors.includes(by))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  test('lets nothing below move while an acceptance stands', () => {
    fc.assert(
      fc.property(acceptingRuns, ({ events }) => {
        let approvedBefore = '';
        let standing = 0;
        for (const { event, subject } of events) {
          const locked = standing > 0 && approvedBefore === approvalDigest(subject);
          if (locked) expect(['edit', 'return', 'unapprove', 'withdraw']).not.toContain(event.move);
          if (event.move === 'accept') standing += 1;
          else if (event.move === 'unaccept') standing -= 1;
          else standing = 0;
          if (event.move === 'approve') approvedBefore = approvalDigest(subject);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('counts public versions one by one, and keeps the newest public while a correction is prepared', () => {
    fc.assert(
      fc.property(runs, ({ events, lifecycle }) => {
        const versions = events.flatMap(({ event }) => event.publication ?? []);
        expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
        expect(lifecycle.publicVersion).toBe(versions.length);
        expect(lifecycle.publicDigest).toBe(versions.at(-1)?.digest ?? null);
        for (const { version, note } of versions) expect(note === null).toBe(version === 1);
      }),
      { numRuns: 1000 },
    );
  });

  test('offers exactly the moves that can then be made', () => {
    fc.assert(
      fc.property(runs, fc.constantFrom(...people), ({ lifecycle, subject }, actor) => {
        for (const { move, allowed, refusals } of availableMoves(lifecycle, { actor, lineage, at, subject })) {
          const result = applyMove(lifecycle, { move, actor, lineage, at, reason: '理由', subject });
          expect(result.ok).toBe(allowed);
          if (!result.ok) expect(result.refusals).toEqual(refusals);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('leaves a way on from wherever it got', () => {
    fc.assert(
      fc.property(runs, ({ lifecycle, subject }) => {
        const canGoOn = people.some((actor) =>
          availableMoves(lifecycle, { actor, lineage, at, subject }).some(({ allowed }) => allowed),
        );
        expect(canGoOn).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
