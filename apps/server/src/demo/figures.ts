import type { Facts } from '@nianbao/core';
import { formatById } from '@nianbao/core';

/** Natural persons and enterprises: the two kinds of applicant that the demonstration county has. */
export type Pair = readonly [naturalPerson: number, enterprise: number];

export interface Outcomes {
  readonly upheld: number;
  readonly corrected: number;
  readonly otherOutcome: number;
  readonly pending: number;
}

/** The figures of a report that do not follow from others. */
export interface DemoFigures {
  readonly documents?: { readonly issued: number; readonly repealed: number; readonly inForce: number };
  readonly licences?: number;
  readonly penalties?: number;
  readonly coercions?: number;
  readonly fees?: number;
  readonly carriedIn: Pair;
  /** Results by row of 表三, such as `granted` or `refused.thirdParty`. */
  readonly results: Readonly<Record<string, Pair>>;
  readonly carriedOut: Pair;
  readonly review?: Outcomes;
  readonly litigationDirect?: Outcomes;
}

const format = formatById['2021'];
const noOutcomes: Outcomes = { upheld: 0, corrected: 0, otherOutcome: 0, pending: 0 };

function addPairs(pairs: readonly Pair[]): Pair {
  return [pairs.reduce((sum, [person]) => sum + person, 0), pairs.reduce((sum, [, firm]) => sum + firm, 0)];
}

export interface Totals {
  readonly received: number;
  readonly carriedIn: number;
  readonly processed: number;
  readonly carriedOut: number;
  readonly reviews: number;
  readonly lawsuits: number;
}

const received = ({ results, carriedIn, carriedOut }: DemoFigures): Pair => {
  const [person, firm] = addPairs([...Object.values(results), carriedOut]);
  return [person - carriedIn[0], firm - carriedIn[1]];
};

const sumOf = (outcomes: Outcomes = noOutcomes) => Object.values(outcomes).reduce((sum, count) => sum + count, 0);
const both = ([person, firm]: Pair) => person + firm;

/** The totals that the text of a report names. */
export function totalsOf(figures: DemoFigures): Totals {
  return {
    received: both(received(figures)),
    carriedIn: both(figures.carriedIn),
    processed: both(addPairs(Object.values(figures.results))),
    carriedOut: both(figures.carriedOut),
    reviews: sumOf(figures.review),
    lawsuits: sumOf(figures.litigationDirect),
  };
}

/** Every cell of the official tables from the figures that are given: zeros elsewhere, sums where sums belong. */
export function factsFrom(figures: DemoFigures): Facts {
  const { documents = { issued: 0, repealed: 0, inForce: 0 } } = figures;
  const facts: Record<string, number> = Object.fromEntries(format.cells.map(({ key }) => [key, 0]));
  for (const [column, count] of Object.entries(documents)) facts[`t2.normativeDocuments.${column}`] = count;
  facts['t2.licences.decisions'] = figures.licences ?? 0;
  facts['t2.penalties.decisions'] = figures.penalties ?? 0;
  facts['t2.coercions.decisions'] = figures.coercions ?? 0;
  facts['t2.fees.amount'] = figures.fees ?? 0;
  const rows: Record<string, Pair> = {
    received: received(figures),
    carriedIn: figures.carriedIn,
    ...figures.results,
    processedTotal: addPairs(Object.values(figures.results)),
    carriedOut: figures.carriedOut,
  };
  for (const [row, pair] of Object.entries(rows)) {
    facts[`t3.${row}.naturalPerson`] = pair[0];
    facts[`t3.${row}.enterprise`] = pair[1];
    facts[`t3.${row}.total`] = both(pair);
  }
  for (const group of ['review', 'litigationDirect'] as const) {
    const outcomes = figures[group] ?? noOutcomes;
    for (const [outcome, count] of Object.entries(outcomes)) facts[`t4.${group}.${outcome}`] = count;
    facts[`t4.${group}.total`] = sumOf(outcomes);
  }
  return facts;
}

/** A government's figures: those of the bodies under it, added up. */
export function addFigures(all: readonly DemoFigures[]): DemoFigures {
  const total = (pick: (figures: DemoFigures) => number | undefined) =>
    all.reduce((sum, figures) => sum + (pick(figures) ?? 0), 0);
  const outcomes = (group: 'review' | 'litigationDirect'): Outcomes => ({
    upheld: total((figures) => figures[group]?.upheld),
    corrected: total((figures) => figures[group]?.corrected),
    otherOutcome: total((figures) => figures[group]?.otherOutcome),
    pending: total((figures) => figures[group]?.pending),
  });
  const rows = new Set(all.flatMap(({ results }) => Object.keys(results)));
  return {
    documents: {
      issued: total(({ documents }) => documents?.issued),
      repealed: total(({ documents }) => documents?.repealed),
      inForce: total(({ documents }) => documents?.inForce),
    },
    licences: total(({ licences }) => licences),
    penalties: total(({ penalties }) => penalties),
    coercions: total(({ coercions }) => coercions),
    fees: total(({ fees }) => fees),
    carriedIn: addPairs(all.map(({ carriedIn }) => carriedIn)),
    results: Object.fromEntries(
      [...rows].map((row) => [row, addPairs(all.map(({ results }) => results[row] ?? [0, 0]))]),
    ),
    carriedOut: addPairs(all.map(({ carriedOut }) => carriedOut)),
    review: outcomes('review'),
    litigationDirect: outcomes('litigationDirect'),
  };
}
