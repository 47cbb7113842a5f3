import type { CellKey, Format } from '../formats/format.ts';
import { rules } from './catalogue.ts';
import type { LinearRelation, LinearRule } from './rule.ts';

export interface BoundRelation {
  readonly rule: LinearRule;
  readonly relation: LinearRelation;
  /** Left cells, then right cells. */
  readonly cells: readonly CellKey[];
}

/** How a relation compares its sides, as it stands in `ArithmeticTable.comparisons`. */
export const comparisonCode = { '=': 0, '<=': 1, '>=': 2 } as const;

/**
 * All relations of arithmetic of one format as a sparse table. Relation r sums the cells `cells[starts[r]]` up to
 * `middles[r]` on its left and from there up to `starts[r + 1]` on its right. Turned round, cell c is read by
 * `readers[readerStarts[c]]` up to `readerStarts[c + 1]`, on the left where `readerSigns` is 1, on the right where -1.
 */
export interface ArithmeticTable {
  readonly format: Format;
  readonly relations: readonly BoundRelation[];
  readonly comparisons: Uint8Array;
  readonly cells: Uint16Array;
  readonly starts: Uint16Array;
  readonly middles: Uint16Array;
  readonly readers: Uint16Array;
  readonly readerSigns: Int8Array;
  readonly readerStarts: Uint16Array;
}

function positions(format: Format, keys: readonly CellKey[]): number[] {
  return keys.flatMap((key) => format.indexOf.get(key) ?? []);
}

/** Binds linear rules to the cells of a format. */
export function bindRelations(format: Format, linearRules: readonly LinearRule[]): ArithmeticTable {
  const relations = linearRules.flatMap((rule) =>
    rule.relations(format).map((relation) => ({ rule, relation, cells: [...relation.left, ...relation.right] })),
  );
  const cells: number[] = [];
  const starts = [0];
  const middles: number[] = [];
  const readersOf = format.cells.map((): { relation: number; sign: number }[] => []);
  relations.forEach(({ relation }, at) => {
    const left = positions(format, relation.left);
    const right = positions(format, relation.right);
    cells.push(...left, ...right);
    middles.push((starts[at] ?? 0) + left.length);
    starts.push(cells.length);
    for (const cell of left) readersOf[cell]?.push({ relation: at, sign: 1 });
    for (const cell of right) readersOf[cell]?.push({ relation: at, sign: -1 });
  });
  const readers = readersOf.flat();
  const readerStarts = [0];
  for (const list of readersOf) readerStarts.push((readerStarts.at(-1) ?? 0) + list.length);
  return {
    format,
    relations,
    comparisons: Uint8Array.from(relations, ({ relation }) => comparisonCode[relation.comparison]),
    cells: Uint16Array.from(cells),
    starts: Uint16Array.from(starts),
    middles: Uint16Array.from(middles),
    readers: Uint16Array.from(readers, ({ relation }) => relation),
    readerSigns: Int8Array.from(readers, ({ sign }) => sign),
    readerStarts: Uint16Array.from(readerStarts),
  };
}

const bound = new WeakMap<Format, ArithmeticTable>();

/** The rule set's arithmetic for a format, bound on first use. */
export function arithmeticTable(format: Format): ArithmeticTable {
  const known = bound.get(format);
  if (known !== undefined) return known;
  const table = bindRelations(
    format,
    rules.filter((rule) => rule.kind === 'linear'),
  );
  bound.set(format, table);
  return table;
}
