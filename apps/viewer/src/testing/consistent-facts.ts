import type { Facts, Format } from '@nianbao/core';

/** Counts by row for natural persons and businesses; every other applicant has none. */
export type ApplicantCounts = Readonly<Record<string, readonly [naturalPerson: number, enterprise: number]>>;

const outsideResults = ['received', 'carriedIn', 'processedTotal', 'carriedOut'];

/** Facts of a format whose sums hold: applications as given, cells of 表二 and 表四 as given, zeros elsewhere. */
export function consistentFacts(format: Format, counts: ApplicantCounts, others: Facts): Facts {
  const facts: Record<string, number> = Object.fromEntries(format.cells.map(({ key }) => [key, 0]));
  const add = (key: string, value: number) => {
    facts[key] = (facts[key] ?? 0) + value;
  };
  for (const [row, [naturalPerson, enterprise]] of Object.entries(counts)) {
    for (const [column, value] of Object.entries({ naturalPerson, enterprise, total: naturalPerson + enterprise })) {
      add(`t3.${row}.${column}`, value);
      if (!outsideResults.includes(row)) add(`t3.processedTotal.${column}`, value);
    }
  }
  return { ...facts, ...others };
}
