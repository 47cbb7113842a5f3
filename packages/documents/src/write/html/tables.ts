import type { PlacedHead } from '@nianbao/core';
import type { DocumentPart } from '../document-parts.ts';
import { markupText } from '../markup-text.ts';
import type { ShownRow, StatutoryPart } from '../statutory-parts.ts';
import { element, htmlLines, openTag } from './tags.ts';

type TextTable = Extract<DocumentPart, { kind: 'textTable' }>['table'];
type LocalRows = Extract<DocumentPart, { kind: 'localRows' }>;
type Row = readonly string[];

const span = (count: number): number | null => (count > 1 ? count : null);

/** A table in a box of its own that scrolls sideways where the screen is narrower, and that the keyboard reaches. */
function boxed(name: string, table: string): string {
  return `${openTag('div', { class: 'table', role: 'region', 'aria-label': name, tabindex: 0 })}\n${table}\n</div>`;
}

/** A border of the old kind stays where a CMS strips styles. */
const tableTag = (layout: string | null): string => openTag('table', { border: 1, class: layout });

function scopeOf({ kind, columnSpan, rowSpan }: PlacedHead): string {
  if (kind === 'label') return rowSpan > 1 ? 'rowgroup' : 'row';
  return columnSpan > 1 ? 'colgroup' : 'col';
}

/** Heads are named by id besides their scope: merged over several levels, scope alone would lead some readers astray. */
function cellHtml(cell: ShownRow['cells'][number]): string {
  const colspan = span(cell.columnSpan);
  switch (cell.kind) {
    case 'figure':
      return element('td', { headers: cell.headers.join(' '), colspan }, htmlLines(cell.text));
    case 'corner':
      return element('td', { class: 'note', colspan, rowspan: span(cell.rowSpan) }, markupText(cell.text));
    default: {
      const headers = cell.headers.length === 0 ? null : cell.headers.join(' ');
      const attributes = { id: cell.id, scope: scopeOf(cell), headers, colspan, rowspan: span(cell.rowSpan) };
      return element('th', attributes, markupText(cell.text));
    }
  }
}

function rowHtml({ kind, cells }: ShownRow): string {
  return element('tr', { class: kind === 'band' ? 'band' : null }, cells.map(cellHtml).join(''));
}

/** A statutory table with its merged heads. */
export function statutoryTableHtml({ table, name, unit, groups }: StatutoryPart): string {
  const caption = unit === null ? name : `${name}（${unit}）`;
  const parts = groups.map(({ kind, rows }) => {
    const tag = kind === 'head' ? 'thead' : 'tbody';
    return `<${tag}>\n${rows.map(rowHtml).join('\n')}\n</${tag}>`;
  });
  return boxed(name, `${tableTag(table.layout)}\n${element('caption', {}, caption)}\n${parts.join('\n')}\n</table>`);
}

const data = (text: string, columns = 1): string => element('td', { colspan: span(columns) }, htmlLines(text));

/** A blank head is a plain cell: there is nothing in it to announce. */
function columnHead(text: string, columns: number): string {
  if (text.trim() === '') return data(text, columns);
  return element('th', { scope: columns > 1 ? 'colgroup' : 'col', colspan: span(columns) }, htmlLines(text));
}

interface Rows {
  readonly tag: 'thead' | 'tbody';
  readonly rows: readonly Row[];
  readonly columns: number;
}

/** Rows of a table in the text; the last cell of a row that is shorter than others reaches to its end. */
function rowsHtml({ tag, rows, columns }: Rows): string {
  if (rows.length === 0) return '';
  const cell = tag === 'thead' ? columnHead : data;
  const lines = rows.map((row) =>
    row.map((text, column) => cell(text, column === row.length - 1 ? columns - column : 1)).join(''),
  );
  return `\n<${tag}>\n${lines.map((line) => `<tr>${line}</tr>`).join('\n')}\n</${tag}>`;
}

/** A table inside the text. */
export function textTableHtml({ caption, headRows, rows }: TextTable): string {
  const title = caption === null ? '' : `\n${element('caption', {}, htmlLines(caption))}`;
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const heads = rowsHtml({ tag: 'thead', rows: rows.slice(0, headRows), columns });
  const body = rowsHtml({ tag: 'tbody', rows: rows.slice(headRows), columns });
  const name = caption ?? rows[0]?.join(' ') ?? '';
  return boxed(name === '' ? '表格' : name, `${tableTag(null)}${title}${heads}${body}\n</table>`);
}

/** The lines that a locality added to a statutory table. A caption would be read as words of the report. */
export function localRowsHtml({ rows }: LocalRows): string {
  const lines = rows.map(({ label, values }) => {
    return `<tr>${element('th', { scope: 'row' }, htmlLines(label))}${values.map((value) => data(value)).join('')}</tr>`;
  });
  return boxed('本地增设的行', `${tableTag(null)}\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`);
}
