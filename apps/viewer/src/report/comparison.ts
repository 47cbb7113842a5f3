import type { CellValue, Facts, Format, FormatId, Text } from '@nianbao/core';
import { comparableFigures, correspondences, formatById } from '@nianbao/core';

/** What another year's report says in the cell that counts the same thing. */
export type Comparable =
  | { readonly kind: 'value'; readonly value: CellValue }
  /** The cell took another's place with another meaning: to be shown, if at all, behind a mark and its reason. */
  | { readonly kind: 'break'; readonly value: CellValue; readonly reason: Text }
  /** The other year's tables have no such figure; the reason where one is recorded. */
  | { readonly kind: 'none'; readonly reason: Text | null };

interface OtherYear {
  readonly format: FormatId | null;
  readonly facts: Facts;
}

const none: Comparable = { kind: 'none', reason: null };

function withoutCounterpart(format: Format): ReadonlyMap<string, Comparable> {
  return new Map(
    correspondences.flatMap((one) =>
      one.kind === 'none' && one.format === format.id ? [[one.cell, { kind: 'none', reason: one.reason }]] : [],
    ),
  );
}

/**
 * Another year's figures in terms of this year's format: by cell, the value, a break, or nothing. A figure that the
 * other year counts together with others stands for none of them alone.
 */
export function comparison(format: Format, other: OtherYear): (key: string) => Comparable {
  if (other.format === null) return () => none;
  const from = formatById[other.format];
  const found = new Map(from === format ? [] : withoutCounterpart(format));
  for (const { cells, value, breakReason } of comparableFigures(other.facts, from, format)) {
    const [key, ...more] = cells;
    if (key === undefined || more.length > 0) continue;
    found.set(key, breakReason === null ? { kind: 'value', value } : { kind: 'break', value, reason: breakReason });
  }
  return (key) => found.get(key) ?? none;
}
