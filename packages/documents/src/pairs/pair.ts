import type { SourceOf } from '../source/locate.ts';

/**
 * An indicator and what a report says for it, as the source has it. Reports from before 2019 have tables and sentences of
 * their own, which fit no later cell: what they count is kept as such pairs, with their place.
 */
export interface Pair extends SourceOf {
  /** The indicator's name without its number (“主动公开政府信息数”). */
  readonly label: string;
  /** A number, or what stands in its place (“无”, “/”). */
  readonly value: number | string;
  /** 条, 件, 万元 and the like; null where none is stated. */
  readonly unit: string | null;
  /** What the indicator stands under, outermost first: numbered rows above it, or the section whose text states it. */
  readonly group: readonly string[];
}

/** A pair at its running line, before pages and sheets are known. */
export type PlacedPair = Omit<Pair, 'part'>;
