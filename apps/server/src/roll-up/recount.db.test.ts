import type { CellValue, Facts } from '@nianbao/core';
import { findCell, formatById, rolledUpCell, rolledUpFacts } from '@nianbao/core';
import type { AgencyRow } from '@nianbao/database';
import { insertAgency } from '@nianbao/database';
import type { TestDatabase } from '@nianbao/database/testing';
import { createTestDatabase } from '@nianbao/database/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { correctReport, fileReport } from '../testing/filed-reports.ts';
import type { Summing } from './summed.ts';
import { sumUp } from './summed.ts';

const format = formatById['2021'];
const keys = ['t2.fees.amount', 't3.received.total', 't4.review.upheld'] as const;

let connection: TestDatabase;
beforeAll(async () => {
  connection = await createTestDatabase();
});
afterAll(() => connection.close());

interface Body {
  /** Position of the one above it, counted back from its own: never itself. */
  readonly above: number;
  readonly kind: 'government' | 'department' | 'township';
  readonly report: {
    readonly state: 'draft' | 'approved' | 'published';
    readonly corrected: boolean;
    readonly values: CellValue[];
  } | null;
}

const value = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 1_000_000 }).map((count): CellValue => count) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue[]>(null, '/', { unreadable: '约十' }) },
);

const body: fc.Arbitrary<Body> = fc.record({
  above: fc.nat({ max: 5 }),
  kind: fc.constantFrom('government', 'department', 'department', 'township'),
  report: fc.option(
    fc.record({
      state: fc.constantFrom('draft', 'approved', 'published', 'published'),
      corrected: fc.boolean(),
      values: fc.array(value, { minLength: keys.length, maxLength: keys.length }),
    }),
  ),
});

const factsOf = (values: readonly CellValue[]): Facts =>
  Object.fromEntries(keys.map((key, at) => [key, values[at] ?? null]));

const correctedFacts = (values: readonly CellValue[]): Facts =>
  factsOf(values.map((one) => (typeof one === 'number' ? one + 7 : one)));

/** A body of the tree as the recount sees it: what it counts with, and what stands right under it. */
interface Counted {
  readonly kind: Body['kind'];
  readonly facts: Facts | null;
  readonly below: Counted[];
}

const counts = (one: Counted): boolean =>
  one.facts !== null || (one.kind === 'government' && one.below.some(countsBelow));
const countsBelow = (one: Counted): boolean =>
  counts(one) || (one.kind !== 'government' && one.below.some(countsBelow));

/** Every report that counts in a government's sum, and how many bodies are missing from it, by going through the tree. */
function recount(government: Counted, order: Summing['lowerGovernments']): { reports: Facts[]; missing: number } {
  const reports: Facts[] = [];
  let missing = 0;
  const go = (one: Counted): void => {
    const whole = one.kind === 'government';
    const byMembers = whole && one.below.some(countsBelow) && (one.facts === null || order === 'fromMembers');
    if (one.facts !== null && !byMembers) reports.push(one.facts);
    if (one.facts === null && !byMembers) missing += 1;
    if (!whole || byMembers) for (const below of one.below) go(below);
  };
  for (const below of government.below) go(below);
  return { reports, missing };
}

async function plant(bodies: readonly Body[], basis: Summing['basis']): Promise<{ top: AgencyRow; counted: Counted }> {
  const { database } = connection;
  const [rows, tree]: [AgencyRow[], Counted[]] = [[], []];
  for (const [at, { above, kind, report }] of bodies.entries()) {
    const parent = at === 0 ? undefined : Math.max(0, at - 1 - above);
    const parentId = (parent === undefined ? undefined : rows[parent]?.id) ?? null;
    const row = await insertAgency(database, { name: `第${at}号机关`, kind: at === 0 ? 'government' : kind, parentId });
    rows.push(row);
    let facts: Facts | null = null;
    if (report !== null && at > 0) {
      facts = factsOf(report.values);
      const id = await fileReport(database, row, { year: 2025, facts, state: report.state });
      if (report.state === 'published' && report.corrected) {
        facts = correctedFacts(report.values);
        await correctReport(database, id, facts);
      }
      const inBasis = report.state === 'published' || (report.state === 'approved' && basis === 'approved');
      if (!inBasis) facts = null;
    }
    const counted: Counted = { kind: row.kind === 'government' ? 'government' : kind, facts, below: [] };
    tree.push(counted);
    if (parent !== undefined) tree[parent]?.below.push(counted);
  }
  const [top, counted] = [rows[0], tree[0]];
  if (top === undefined || counted === undefined) throw new Error('no tree');
  return { top, counted };
}

test('whatever the tree and whoever reported, every sum is that of a recount from scratch', {
  timeout: 120_000,
}, async () => {
  const summing = fc.record({
    basis: fc.constantFrom('published' as const, 'approved' as const),
    lowerGovernments: fc.constantFrom('asReported' as const, 'fromMembers' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 2, maxLength: 14 }), summing, async (bodies, options) => {
      const { top, counted } = await plant(bodies, options.basis);
      const { result } = await sumUp(
        connection.database,
        { agencyId: top.id, year: 2025 },
        { ...options, includeVertical: false },
      );
      const { reports, missing } = recount(counted, options.lowerGovernments);
      for (const key of keys) {
        const cell = findCell(format, key);
        if (cell === undefined) throw new Error(key);
        const figures = reports.map((facts) => facts[key]).filter((one) => typeof one === 'number');
        const lacking = reports.filter((facts) => facts[key] === null || typeof facts[key] === 'object').length;
        expect(rolledUpCell(result, top.id, cell)).toMatchObject({
          value: figures.reduce((sum, figure) => sum + figure, 0),
          reports: reports.length,
          notReported: missing,
          atLeast: lacking + missing > 0,
        });
        if (figures.length > 0)
          expect(rolledUpFacts(result, top.id)[key]).toBe(figures.reduce((sum, one) => sum + one, 0));
      }
    }),
    { numRuns: 25 },
  );
});
