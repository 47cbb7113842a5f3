import type { PlacedHead } from '@nianbao/core';
import type { DocumentPart } from '../document-parts.ts';
import type { ShownRow, StatutoryPart } from '../statutory-parts.ts';
import { element, htmlLines, htmlText, openTag } from './html-text.ts';

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
      return element('td', { class: 'note', colspan, rowspan: span(cell.rowSpan) }, htmlText(cell.text));
    default: {
      const headers = cell.headers.length === 0 ? null : cell.headers.join(' ');
      const attributes = { id: cell.id, scope: scopeOf(cell), headers, colspan, rowspan: span(cell.rowSpan) };
      return element('th', attributes, htmlText(cell.text));
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

const data = (text: string): string => element('td', {}, htmlLines(text));

/** A blank head is a plain cell: there is nothing in it to announce. */
const columnHead = (text: string): string =>
  text.trim() === '' ? data(text) : element('th', { scope: 'col' }, htmlLines(text));

function rowsHtml(tag: 'thead' | 'tbody', rows: readonly Row[], cell: (text: string) => string): string {
  if (rows.length === 0) return '';
  return `\n<${tag}>\n${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}\n</${tag}>`;
}

/** A table inside the text. */
export function textTableHtml({ caption, headRows, rows }: TextTable): string {
  const title = caption === null ? '' : `\n${element('caption', {}, htmlLines(caption))}`;
  const heads = rowsHtml('thead', rows.slice(0, headRows), columnHead);
  const name = caption ?? rows[0]?.join(' ') ?? '';
  return boxed(
    name === '' ? '表格' : name,
    `${tableTag(null)}${title}${heads}${rowsHtml('tbody', rows.slice(headRows), data)}\n</table>`,
  );
}

/** The lines that a locality added to a statutory table. A caption would be read as words of the report. */
export function localRowsHtml({ rows }: LocalRows): string {
  const lines = rows.map(({ label, values }) => {
    return `<tr>${element('th', { scope: 'row' }, htmlLines(label))}${values.map(data).join('')}</tr>`;
  });
  return boxed('本地增设的行', `${tableTag(null)}\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`);
}
