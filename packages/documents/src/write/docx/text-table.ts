import { displayWidth } from '../../text/width.ts';
import type { DocumentPart } from '../document-parts.ts';
import { disclosureLabels, equalWidths, textWidth, typeSize } from './page-layout.ts';
import { textParagraph } from './paragraphs.ts';
import type { WordCell } from './table.ts';
import { tableXml } from './table.ts';

type TextTable = Extract<DocumentPart, { kind: 'textTable' }>['table'];
type LocalRows = Extract<DocumentPart, { kind: 'localRows' }>;

/** Word opens no table with more columns. */
const mostColumns = 63;
const size = `<w:sz w:val="${typeSize.五号}"/><w:szCs w:val="${typeSize.五号}"/>`;
const height = 400;
const margin = 80;

/** Shares the width by what stands in the columns, within bounds, so that no column is a sliver. */
function widthsFor(rows: readonly (readonly string[])[], columns: number): readonly number[] {
  const weights = Array.from({ length: columns }, (_, column) =>
    Math.min(30, Math.max(6, ...rows.map((row) => displayWidth(row[column] ?? '')))),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let used = 0;
  return weights.map((weight, column) => {
    const width = column === columns - 1 ? textWidth - used : Math.floor((textWidth * weight) / sum);
    used += width;
    return width;
  });
}

/** The cells of a row; the last one reaches to the end of a row that is shorter than others. */
function cellsOf(row: readonly string[], columns: number, labelled: boolean): WordCell[] {
  const texts = row.length === 0 ? [''] : row;
  return texts.map((text, column) => ({
    text,
    style: labelled && column === 0 ? 'TableLabel' : 'TableText',
    column,
    columnSpan: column === texts.length - 1 ? columns - column : 1,
    rowSpan: 1,
    run: size,
  }));
}

interface Lines {
  readonly rows: readonly (readonly string[])[];
  readonly headRows: number;
  readonly description: string | null;
  /** Twips of a first column that holds labels; null where the width is shared by what stands in the columns. */
  readonly labels: number | null;
}

function draw({ rows, headRows, description, labels }: Lines): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  if (columns > mostColumns) return rows.map((row) => textParagraph('Normal', row.join('\t'))).join('');
  const widths = labels === null ? widthsFor(rows, columns) : [labels, ...equalWidths(textWidth - labels, columns - 1)];
  return tableXml({
    widths,
    margin,
    description,
    rows: rows.map((row, at) => ({
      cells: cellsOf(row, columns, labels !== null),
      isHead: at < headRows,
      keepsNext: at < headRows,
      height,
    })),
  });
}

/** A table inside the text, under its caption. */
export function textTableXml({ caption, headRows, rows }: TextTable): string {
  const title = caption === null ? '' : textParagraph('Caption', caption);
  const heads = Math.min(headRows, rows.length - 1);
  return title + (rows.length === 0 ? '' : draw({ rows, headRows: heads, description: caption, labels: null }));
}

/** The lines that a locality added to a statutory table, their labels as wide as those of 表二. */
export function localRowsXml({ rows }: LocalRows): string {
  const cells = rows.map(({ label, values }) => [label, ...values]);
  return draw({ rows: cells, headRows: 0, description: null, labels: disclosureLabels });
}
