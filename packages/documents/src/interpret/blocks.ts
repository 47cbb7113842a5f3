import type { Block } from '@nianbao/core';
import type { SourceLine, SourceTable } from '../source/source.ts';
import { displayWidth } from '../text/width.ts';
import type { ZonedItem } from './table-zones.ts';

/** Where a block's text begins in the source, and where each further source line of it begins, by character. */
export interface BlockSource {
  readonly line: number;
  readonly column: number;
  readonly breaks: readonly { readonly at: number; readonly line: number; readonly column: number }[];
}

export interface PlacedBlock {
  readonly block: Block;
  readonly source: BlockSource;
}

const subheading = /^[（(][一二三四五六七八九十]{1,3}[）)][^。；，！？：:,;]{2,28}$/;
const opensParagraph =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,2}[、.]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]+[，、]|附件?[:：])/;
const longestText = 100_000;

interface Paragraph {
  text: string;
  readonly first: SourceLine;
  last: SourceLine;
  readonly breaks: { at: number; line: number; column: number }[];
}

/** Whether a line goes on with the paragraph before it, where the page and not the sense broke the line. */
function goesOn(paragraph: Paragraph, next: SourceLine, width: number | null): boolean {
  const { last } = paragraph;
  if (next.goesOn !== null || width === null) return next.goesOn === true;
  if (displayWidth(last.text) < width - 10 || opensParagraph.test(next.text)) return false;
  if (next.indent >= last.indent + 3) return false;
  return !/[。！？]$/.test(last.text) || next.indent + 3 <= last.indent || displayWidth(last.text) >= width - 2;
}

const latinEnd = /[A-Za-z0-9,.;:]$/;
const latinStart = /^[A-Za-z0-9]/;

/** Adds a line; the text is only put together by concatenation and looked at in the end, so that length costs nothing. */
function append(paragraph: Paragraph, line: SourceLine): void {
  const before = paragraph.last.text;
  const space =
    latinEnd.test(before) && latinStart.test(line.text) && /[A-Za-z]/.test(before.slice(-1) + line.text.slice(0, 1));
  paragraph.text += space ? ' ' : '';
  paragraph.breaks.push({ at: paragraph.text.length, line: line.line, column: line.column });
  paragraph.text += line.text;
  paragraph.last = line;
}

function paragraphBlock(paragraph: Paragraph): PlacedBlock {
  const text = paragraph.text.slice(0, longestText);
  return {
    block: subheading.test(text) ? { kind: 'heading', level: 3, text } : { kind: 'paragraph', text },
    source: { line: paragraph.first.line, column: paragraph.first.column, breaks: paragraph.breaks },
  };
}

const at = (line: number): BlockSource => ({ line, column: 1, breaks: [] });

function tableBlock(table: SourceTable): PlacedBlock {
  const rows = table.rows
    .slice(0, 5000)
    .map((row) => row.cells.slice(0, 200).map((cell) => cell.text.slice(0, longestText)));
  const headRows = Math.min(table.headRows, rows.length);
  const caption = table.caption?.slice(0, longestText) ?? null;
  return { block: { kind: 'table', caption, headRows, rows }, source: at(table.line) };
}

/** Lines that marks divide into cells are rows of a table where several follow each other. */
function tableOfLines(lines: readonly SourceLine[]): SourceTable | null {
  const [first] = lines;
  if (first === undefined || lines.length < 2) return null;
  return {
    kind: 'table',
    line: first.line,
    caption: null,
    headRows: 0,
    rows: lines.map((line) => ({ kind: 'marked', cells: line.cells })),
  };
}

/** Makes a section's blocks of what is left when its statutory tables are taken out. */
export function makeBlocks(items: readonly ZonedItem[], wrapWidth: number | null): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  let paragraph: Paragraph | null = null;
  let rows: SourceLine[] = [];
  let listLines: SourceLine[] = [];

  const endParagraph = () => {
    if (paragraph !== null) blocks.push(paragraphBlock(paragraph));
    paragraph = null;
  };
  const endRows = () => {
    const table = tableOfLines(rows);
    if (table !== null) blocks.push(tableBlock(table));
    else for (const line of rows) blocks.push(paragraphBlock({ text: line.text, first: line, last: line, breaks: [] }));
    rows = [];
  };
  const endList = () => {
    const [first] = listLines;
    if (first !== undefined) {
      const items = listLines.slice(0, 1000).map((line) => line.text.slice(0, longestText));
      let from = 0;
      const breaks = listLines.map((line) => {
        const start = from;
        from += line.text.length + 1;
        return { at: start, line: line.line, column: line.column };
      });
      blocks.push({
        block: { kind: 'list', ordered: first.list?.ordered ?? false, items },
        source: { line: first.line, column: first.column, breaks: breaks.slice(1) },
      });
    }
    listLines = [];
  };
  const endAll = () => {
    endParagraph();
    endRows();
    endList();
  };
  const addLine = (line: SourceLine) => {
    if (line.list !== null) {
      endParagraph();
      endRows();
      if (listLines[0] !== undefined && listLines[0].list?.id !== line.list.id) endList();
      listLines.push(line);
      return;
    }
    endList();
    if (line.cellsBy === 'marks' && line.cells.filter((cell) => cell.text !== '').length > 1) {
      endParagraph();
      rows.push(line);
      return;
    }
    endRows();
    if (paragraph !== null && goesOn(paragraph, line, wrapWidth)) {
      append(paragraph, line);
    } else {
      endParagraph();
      paragraph = { text: line.text, first: line, last: line, breaks: [] };
    }
  };

  for (const item of items) {
    switch (item.kind) {
      case 'line':
        if (item.text !== '') addLine(item);
        else if (!item.pageEnd || wrapWidth === null) endAll();
        break;
      case 'table':
        endAll();
        blocks.push(tableBlock(item));
        break;
      case 'image':
        endAll();
        blocks.push({ block: { kind: 'image', source: item.source, alt: item.alt }, source: at(item.line) });
        break;
      case 'zone':
        endAll();
        break;
    }
  }
  endAll();
  return blocks;
}
