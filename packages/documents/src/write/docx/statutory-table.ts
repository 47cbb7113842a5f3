import type { TableId } from '@nianbao/core';
import { displayWidth } from '../../text/width.ts';
import type { ShownFigure, ShownRow, StatutoryPart } from '../statutory-parts.ts';
import { disclosureLabels, equalWidths, textWidth, typeSize } from './page-layout.ts';
import type { WordCell, WordRow } from './table.ts';
import { tableXml } from './table.ts';

interface TableLook {
  /** Twips of the label columns; the others share what is left. */
  readonly labels: readonly number[];
  /** Size of type in half-points. */
  readonly size: number;
  readonly margin: number;
  /** Least height of a row of figures in twips. */
  readonly height: number;
  /** Which rows stay together with the next on one page: all of a table, or those of each band. */
  readonly together: boolean;
}

/** How the three tables are set within the width of the text block. */
const looks: Readonly<Record<TableId, TableLook>> = {
  t2: { labels: [disclosureLabels], size: typeSize.五号, margin: 100, height: 482, together: true },
  t3: { labels: [470, 820, 2514], size: typeSize.小五, margin: 40, height: 360, together: false },
  t4: { labels: [], size: typeSize.小五, margin: 40, height: 454, together: true },
};

const bandGround = 'DCE6F1';
/** The smallest type in half-points: of all figures of a table, and of one that is longer than any real one. */
const smallestOfAll = 14;
const smallest = 10;
const digits = /^-?[\d.]+$/;

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** Type size for a figure, smaller where its digits would not fit on one line: a digit is at most 0.54 of its size wide. */
function figureSize(text: string, width: number, size: number): number {
  const fits = Math.floor(width / (10 * 0.54 * Math.max(displayWidth(text), 1)));
  return Math.max(smallest, Math.min(size, fits));
}

/** What to leave free at the sides of a head so that its lines are equally long: 商业|企业 and not 商业企|业. */
function balancingMargin(text: string, width: number, { size, margin }: TableLook): number | null {
  const character = size * 10;
  const capacity = Math.max(1, Math.floor((width - 2 * margin) / character));
  const length = displayWidth(text) / 2;
  if (length <= capacity || length > 3 * capacity) return null;
  const line = Math.ceil(length / Math.ceil(length / capacity));
  return line === capacity ? null : Math.floor((width - line * character) / 2) - 20;
}

class StatutoryDrawing {
  private readonly part: StatutoryPart;
  private readonly look: TableLook;
  private readonly widths: readonly number[];
  private readonly figures: number;

  constructor(part: StatutoryPart) {
    this.part = part;
    this.look = looks[part.table.id];
    const { labels } = this.look;
    this.widths = [...labels, ...equalWidths(textWidth - total(labels), part.columns - labels.length)];
    this.figures = this.commonSize();
  }

  xml(): string {
    const { groups, name, unit } = this.part;
    return tableXml({
      widths: this.widths,
      margin: this.look.margin,
      description: unit === null ? name : `${name}（${unit}）`,
      rows: groups.flatMap(({ kind, rows }) =>
        rows.map((row, at) => this.row(row, kind === 'head', at + 1 < rows.length)),
      ),
    });
  }

  private width({ column, columnSpan }: Pick<ShownFigure, 'column' | 'columnSpan'>): number {
    return total(this.widths.slice(column, column + columnSpan));
  }

  /** One size for all figures, in which the longest fits on its line. */
  private commonSize(): number {
    const { size, margin } = this.look;
    const cells = this.part.groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const fitting = cells.flatMap((cell) =>
      cell.kind === 'figure' && digits.test(cell.text)
        ? [figureSize(cell.text, this.width(cell) - 2 * margin, size)]
        : [],
    );
    return Math.max(smallestOfAll, Math.min(size, ...fitting));
  }

  private row(row: ShownRow, isHead: boolean, hasNext: boolean): WordRow {
    return {
      cells: row.cells.map((cell) => this.cell(cell)),
      isHead,
      keepsNext: isHead || (this.look.together && hasNext),
      height: this.look.height,
      shade: row.kind === 'band' ? bandGround : null,
    };
  }

  private cell(cell: ShownRow['cells'][number]): WordCell {
    const { size, margin } = this.look;
    const width = this.width(cell);
    if (cell.kind === 'figure') return this.figure(cell, figureSize(cell.text, width - 2 * margin, this.figures));
    const left = cell.kind !== 'head' || (this.part.table.layout === 'bands' && cell.column === 0);
    return {
      ...cell,
      style: left ? 'TableLabel' : 'TableText',
      run: sized(size),
      margin: left ? null : balancingMargin(cell.text, width, this.look),
    };
  }

  private figure({ text, column, columnSpan }: ShownFigure, size: number): WordCell {
    return { text, column, columnSpan, rowSpan: 1, style: 'TableText', run: sized(size) };
  }
}

const sized = (size: number): string =>
  size === typeSize.小五 ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;

/** A statutory table as the notice draws it. */
export function statutoryTableXml(part: StatutoryPart): string {
  return new StatutoryDrawing(part).xml();
}
