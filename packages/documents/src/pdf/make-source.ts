import type { PartStart, Source, SourceCell, SourceItem, SourceLine } from '../source/source.ts';
import { noMetadata, plainLine } from '../source/source.ts';
import { continues, joinTables } from './page-breaks.ts';
import type { PageCell, PageLayout, PageTable } from './page-layout.ts';
import type { PlacedLine, TextBlock } from './text-flow.ts';
import { goesOn, textBlockOf } from './text-flow.ts';
import { partsOf } from './text-lines.ts';

/** A block that no line fills, for pages with a few short lines. */
const emptyBlock: TextBlock = { left: 0, right: Number.POSITIVE_INFINITY, pitch: 0 };

/** Height of the text, in points, by half of which columns of the page are counted. */
const pageUnit = 10;

const half = (points: number, size: number): number => Math.max(Math.round((2 * points) / size), 0);

/** Gives a line of the page its running number and, where wide gaps divide it, its cells with their columns. */
function sourceLine(
  { line, block, page }: PlacedLine,
  from: number,
  { on, width, rules }: { readonly on: boolean } & Pick<PageLayout, 'width' | 'rules'>,
): SourceLine {
  const number = from + line.number - 1;
  const { left } = block;
  const parts = partsOf(line);
  const text = parts.map((part) => part.text).join('  ');
  const plain: SourceLine = {
    ...plainLine(text, number, 1),
    indent: half(line.left - left, line.size),
    goesOn: on,
    drawn: { page, width, signs: line.glyphs, rules },
  };
  if (parts.length < 2) return plain;
  let column = 1;
  const cells = parts.map((part): SourceCell => {
    const cell = {
      text: part.text,
      line: number,
      column,
      start: half(part.left, pageUnit),
      end: half(part.right, pageUnit),
    };
    column += part.text.length + 2;
    return cell;
  });
  return { ...plain, cells, cellsBy: 'gaps' };
}

const moved = (row: readonly PageCell[], from: number): PageCell[] =>
  row.map((cell) => ({ ...cell, line: cell.line + from - 1 }));

/** Makes one source of all pages: tables that go on over a page are joined, lines know what they go on with. */
export function makeSource(pages: readonly PageLayout[]): Source {
  const items: SourceItem[] = [];
  const parts: PartStart[] = [];
  const blockOfAll = textBlockOf(
    pages.flatMap(({ items: all }) => all.filter((item) => item.kind === 'line')),
    2,
  );
  let from = 1;
  let openTable: PageTable | null = null;
  let before: PlacedLine | null = null;
  const closeTable = () => {
    const [first] = openTable?.rows.flat() ?? [];
    if (openTable !== null && first !== undefined) {
      const rows = openTable.rows.map((cells) => ({
        kind: 'marked' as const,
        cells: cells.map(({ text, line, column, start, end }): SourceCell => ({ text, line, column, start, end })),
      }));
      items.push({ kind: 'table', line: first.line, caption: null, headRows: 0, rows });
    }
    openTable = null;
  };
  for (const [at, page] of pages.entries()) {
    parts.push({ from, part: { kind: 'page', page: at + 1 } });
    const block =
      textBlockOf(
        page.items.filter((item) => item.kind === 'line'),
        6,
      ) ?? blockOfAll;
    let isFirst = true;
    for (const item of page.items) {
      if (item.kind === 'table') {
        const table: PageTable = { ...item, rows: item.rows.map((row) => moved(row, from)) };
        const open: PageTable | null = openTable;
        if (isFirst && open !== null && continues(open, table)) openTable = joinTables(open, table);
        else {
          closeTable();
          openTable = table;
        }
        before = null;
      } else {
        closeTable();
        const placed: PlacedLine = { line: item, block: block ?? emptyBlock, page: at };
        const on = before !== null && goesOn(before, placed);
        items.push(sourceLine(placed, from, { on, width: page.width, rules: page.rules }));
        before = placed;
      }
      isFirst = false;
    }
    from += page.lineCount;
  }
  closeTable();
  return { items, parts, carried: null, seen: null, mainParts: [], metadata: noMetadata, wrapWidth: null };
}
