import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportStates } from '../lifecycle/states.ts';
import type { DueReport } from './completeness.ts';
import { completenessByNode, progressOf, timelinessOf } from './completeness.ts';
import { remindersOn } from './reminders.ts';

const dates = { submitBy: '2026-01-21', publishBy: '2026-01-31', statutory: '2026-01-31' };
const report = (agencyId: string, values: Partial<DueReport> = {}): DueReport => ({
  ...{ agencyId, name: agencyId, dates, state: null, submittedOn: null, publishedOn: null },
  ...values,
});

describe('completeness', () => {
  const nodes = [
    { id: 'city', parent: null },
    { id: 'county', parent: 'city' },
    { id: 'forestry', parent: 'county' },
    { id: 'education', parent: 'county' },
    { id: 'city-tax', parent: 'city' },
  ];

  test('counts at every node, in time and late, and names the missing', () => {
    const reports = [
      report('forestry', { state: 'published', submittedOn: '2026-01-20', publishedOn: '2026-02-02' }),
      report('education', { state: 'returned', submittedOn: '2026-01-22' }),
      report('county'),
      report('elsewhere'),
    ];
    const counted = completenessByNode(nodes, reports, '2026-02-03');
    expect(counted.get('city')).toMatchObject({
      due: 3,
      progress: { notStarted: 1, returned: 1, published: 1, draft: 0 },
      submission: { onTime: 1, late: 1, open: 0, overdue: 1 },
      publication: { onTime: 0, late: 1, open: 0, overdue: 2 },
    });
    expect(counted.get('city')?.missing.map(({ name, overdue }) => [name, overdue])).toEqual([
      ['education', true],
      ['county', true],
    ]);
    expect(counted.get('forestry')).toMatchObject({ due: 1, missing: [] });
    expect(counted.get('city-tax')).toMatchObject({ due: 0 });
  });

  test('whatever the tree and the states, each count adds up to what is due, at every node', () => {
    const day = fc.option(fc.constantFrom('2026-01-10', '2026-01-21', '2026-01-31', '2026-02-05'), { nil: null });
    const drawn = fc.record({
      node: fc.nat(9),
      state: fc.option(fc.constantFrom(...reportStates), { nil: null }),
      submittedOn: day,
      publishedOn: day,
    });
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 10 }), fc.array(drawn), day, (above, due, today) => {
        const tree = above.map((parent, id) => ({ id: String(id), parent: parent < id ? String(parent) : null }));
        const reports = due.map(({ node, ...values }) => report(String(node), values));
        const counted = completenessByNode(tree, reports, today ?? '2026-03-01');
        for (const { due: total, progress, submission, publication, missing } of counted.values()) {
          for (const counts of [progress, submission, publication]) {
            expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
          }
          expect(missing).toHaveLength(total - progress.published);
        }
        const roots = tree.filter(({ parent }) => parent === null);
        const counts = roots.reduce((sum, { id }) => sum + (counted.get(id)?.due ?? 0), 0);
        expect(counts).toBe(reports.filter(({ agencyId }) => Number(agencyId) < tree.length).length);
      }),
    );
  });

  test('a report that is being corrected stays published', () => {
    expect(progressOf(report('a', { state: 'draft', publishedOn: '2026-01-30' }))).toBe('published');
  });

  test.each([
    ['2026-01-31', '2026-01-31', 'onTime'],
    ['2026-01-31', '2026-02-01', 'late'],
    ['2026-02-05', null, 'open'],
    ['2026-02-03', null, 'open'],
    ['2026-02-02', null, 'overdue'],
  ] as const)('by %s, done %s: %s', (by, done, expected) => {
    expect(timelinessOf(by, done, '2026-02-03')).toBe(expected);
  });
});

describe('reminders', () => {
  test.each([
    ['2026-01-07', { what: 'submit', daysLeft: 14 }],
    ['2026-01-08', null],
    ['2026-01-18', { what: 'submit', daysLeft: 3 }],
    ['2026-01-21', { what: 'submit', daysLeft: 0 }],
    ['2026-01-22', { what: 'submit', daysLeft: -1 }],
  ])('on %s: %o', (today, expected) => {
    const [reminder] = remindersOn([report('a', { state: 'draft' })], today, today);
    expect(reminder ?? null).toEqual(expected && { agencyId: 'a', name: 'a', by: '2026-01-21', ...expected });
  });

  test('who has handed in is reminded of publishing; who has published of nothing', () => {
    const reports = [
      report('a', { state: 'approved' }),
      report('b', { state: 'published', publishedOn: '2026-01-20' }),
    ];
    expect(remindersOn(reports, '2026-01-30', '2026-01-30')).toMatchObject([{ agencyId: 'a', what: 'publish' }]);
  });

  test('a day without a look is made up for, once', () => {
    const due = [report('a')];
    expect(remindersOn(due, '2026-01-16', '2026-01-13')).toMatchObject([{ daysLeft: 5 }]);
    expect(remindersOn(due, '2026-01-16', '2026-01-15')).toEqual([]);
    const looked = Array.from({ length: 30 }, (_, at) => `2026-01-${String(at + 1).padStart(2, '0')}`);
    expect(looked.filter((day) => remindersOn(due, day, day).length > 0)).toHaveLength(8);
  });
});
