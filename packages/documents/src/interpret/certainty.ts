import type { Alignment } from './align.ts';
import type { AssignedRow } from './assign-rows.ts';

/**
 * What leaves a figure's cell less than certain: `columnsByValues` where blank cells of the row were passed over,
 * `columnsUnderHeads` where only the heads above tell the column, `columnsInOrder` where the first figures were taken in
 * order, `rowByPlace` where the row has no label and lies between others, `rowLabelDiffers` where its label is worded
 * otherwise, `digitsTogether` where figures run together and each digit was taken for one, `orderBySums` where the sums
 * of 表四 alone tell which figure is whose.
 */
export const figureDoubts = [
  'columnsByValues',
  'columnsUnderHeads',
  'columnsInOrder',
  'rowByPlace',
  'rowLabelDiffers',
  'digitsTogether',
  'orderBySums',
] as const;

export type FigureDoubt = (typeof figureDoubts)[number];

/**
 * How sure it is that a figure belongs in its cell, and why not quite. `confidence` grades how the cell was told,
 * whatever the figure says:
 * - 1: the row has its official or a known label, and as many cells follow it as the table has columns.
 * - 0.95: the row has as many figures as columns once blank cells, which this layout scatters, are passed over.
 * - 0.9: digits that run together with their label, one for each column.
 * - 0.8: only the place under the heads tells the column.
 * - 0.5: nothing in the place tells the cell: the first of too few figures taken from the left, or figures of 表四 put in
 *   order by their sums. A finding asks to compare each of them.
 *
 * A row told by a label that is cut or damaged counts for 0.9 of that, one without a label, told by the rows around it,
 * for 0.8. Below 0.9 a person should look.
 */
export interface Certainty {
  readonly confidence: number;
  /** None where it is quite sure. */
  readonly doubts: readonly FigureDoubt[];
}

export const certain: Certainty = { confidence: 1, doubts: [] };
export const digitsTogether: Certainty = { confidence: 0.9, doubts: ['digitsTogether'] };
export const orderBySums: Certainty = { confidence: 0.5, doubts: ['orderBySums'] };

const byAlignment: Readonly<Record<Alignment, Certainty>> = {
  counted: certain,
  values: { confidence: 0.95, doubts: ['columnsByValues'] },
  heads: { confidence: 0.8, doubts: ['columnsUnderHeads'] },
  leading: { confidence: 0.5, doubts: ['columnsInOrder'] },
  none: { confidence: 0, doubts: [] },
};

/** How sure the places of the figures in a row of 表二 or 表三 are. */
export function certaintyOf({ run, byPosition }: AssignedRow, by: Alignment): Certainty {
  const exact = run.label?.exact ?? true;
  const { confidence, doubts } = byAlignment[by];
  return {
    confidence: confidence * (exact ? 1 : 0.9) * (byPosition ? 0.8 : 1),
    doubts: [
      ...doubts,
      ...(byPosition ? (['rowByPlace'] as const) : []),
      ...(exact ? [] : (['rowLabelDiffers'] as const)),
    ],
  };
}
