/** The figures of 表四 as they come, and what its heads say of them. */
export interface DisputeFigures {
  readonly figures: readonly number[];
  /** For each figure the group (from 0) whose head stands alone right before it, or null. */
  readonly headedBy: readonly (number | null)[];
}

/** How many groups 表四 has, and how many outcomes each has before its total. */
export interface DisputeShape {
  readonly groups: number;
  readonly outcomes: number;
}

/** The ways to draw `runs` runs of figures and as many totals one after the other: true stands for a run. */
function arrangements(runs: number, totals: number): boolean[][] {
  if (runs === 0 && totals === 0) return [[]];
  return [
    ...(runs > 0 ? arrangements(runs - 1, totals).map((rest) => [true, ...rest]) : []),
    ...(totals > 0 ? arrangements(runs, totals - 1).map((rest) => [false, ...rest]) : []),
  ];
}

/** A run of outcomes and the total that is its sum, as places among the figures. */
interface Summed {
  readonly run: number;
  readonly total: number;
}

/** Gives each run of an arrangement the total that is its sum; null where one has none. */
function sumsOf(figures: readonly number[], arrangement: readonly boolean[], outcomes: number): Summed[] | null {
  const runs: number[] = [];
  const totals: number[] = [];
  let at = 0;
  for (const isRun of arrangement) {
    (isRun ? runs : totals).push(at);
    at += isRun ? outcomes : 1;
  }
  const summed: Summed[] = [];
  for (const run of runs) {
    const sum = figures.slice(run, run + outcomes).reduce((all, figure) => all + figure, 0);
    const place = totals.findIndex((total) => figures[total] === sum);
    if (place < 0) return null;
    summed.push({ run, total: totals.splice(place, 1)[0] ?? 0 });
  }
  return summed;
}

/**
 * Which run belongs to which group. The runs and the totals each come group after group, and a head that stands alone
 * names the run behind it. Where runs and totals disagree a head must decide; where a head denies what is left, nothing
 * is told.
 */
function byGroup(summed: readonly Summed[], headedBy: DisputeFigures['headedBy']): readonly Summed[] | null {
  const byTotals = summed.toSorted((a, b) => a.total - b.total);
  const fits = (order: readonly Summed[]) =>
    order.every(({ run }, group) => (headedBy[run] ?? null) === null || headedBy[run] === group);
  if (summed.every((item, group) => item === byTotals[group])) return fits(summed) ? summed : null;
  if (fits(summed) === fits(byTotals)) return null;
  return fits(summed) ? summed : byTotals;
}

/**
 * Tells the order of figures that were copied column by column: the outcomes of each group follow each other, and the
 * totals stand anywhere between or behind them. It is told where exactly one way to take them so makes every total the
 * sum of its outcomes, and groups are told besides. Gives for each cell in official order which of the figures it is;
 * null where that is not certain.
 */
export function orderBySums({ figures, headedBy }: DisputeFigures, shape: DisputeShape): readonly number[] | null {
  const { groups, outcomes } = shape;
  if (figures.length !== groups * (outcomes + 1)) return null;
  if (figures.every((figure) => figure === 0)) return figures.map((_, at) => at);
  const found = new Map<string, readonly number[] | null>();
  for (const arrangement of arrangements(groups, groups)) {
    const summed = sumsOf(figures, arrangement, outcomes);
    if (summed === null) continue;
    const order =
      byGroup(summed, headedBy)?.flatMap(({ run, total }) => [
        ...Array.from({ length: outcomes }, (_, at) => run + at),
        total,
      ]) ?? null;
    found.set(order === null ? '' : order.map((at) => figures[at]).join(' '), order);
  }
  const [order, ...others] = found.values();
  return others.length > 0 ? null : (order ?? null);
}
