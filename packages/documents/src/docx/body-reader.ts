import type { Finding } from '@nianbao/core';
import { readingFinding } from '../findings/reading-finding.ts';
import { DocumentRefused } from '../office/document-refused.ts';
import { lineWithTabs } from '../source/marked-line.ts';
import type { SourceItem, SourceLine, SourceRow, SourceTable } from '../source/source.ts';
import { longestCell } from '../source/table-grid.ts';
import type { XmlElement } from '../xml/tree.ts';
import { childOf, settingOf } from '../xml/tree.ts';
import type { Inline } from './inline.ts';
import { emptyInline, gatherInline } from './inline.ts';
import { ItemLists } from './item-lists.ts';
import type { AutomaticNumber } from './list-counter.ts';
import { ListCounter, numbered } from './list-counter.ts';
import type { Numbering } from './numbering.ts';
import type { StyleSheet } from './styles.ts';
import { numberingMark, outlineOf } from './styles.ts';
import type { WordRow } from './word-table.ts';
import { blocksOf, holdsTable, lengthOf, wordRows } from './word-table.ts';

/** What a document's body refers to in other parts. */
export interface DocumentParts {
  readonly styles: StyleSheet;
  readonly numbering: Numbering;
  /** The text of a footnote or endnote; null where there is none of this number. */
  readonly note: (kind: 'footnotes' | 'endnotes', id: string) => string | null;
  /** The name of the picture that a relationship leads to; null where it is outside the file. */
  readonly picture: (relationship: string) => string | null;
}

/** Paragraphs and rows of tables; a volume of the reports of all organs of a region has fewer. */
const mostLines = 60_000;

/** A number typed by hand and set apart by a tab looks, and is read, like one without. */
const typedNumber = /^([（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．])\t+/;

/** Walks over the body of a document and gathers its lines, tables and pictures in order. */
export class BodyReader {
  readonly items: SourceItem[] = [];
  readonly #parts: DocumentParts;
  readonly #counter: ListCounter;
  readonly #lists = new ItemLists();
  /** The running number of the paragraph or the row that is read. */
  #line = 0;
  /** The text of a paragraph whose end was deleted, so that the next one goes on with it. */
  #unended = '';
  #changedAt: { readonly line: number; readonly text: string } | null = null;

  constructor(parts: DocumentParts) {
    this.#parts = parts;
    this.#counter = new ListCounter(parts.numbering);
  }

  read(container: XmlElement): void {
    for (const block of blocksOf(container)) {
      if (block.name === 'w:p') this.#paragraph(block);
      else this.#table(block);
    }
  }

  /** The items, once all is read, and what is to be said of the reading. */
  finish(): { readonly items: readonly SourceItem[]; readonly findings: readonly Finding[] } {
    const changed = this.#changedAt;
    return {
      items: this.#lists.settle(this.items),
      findings: changed === null ? [] : [readingFinding('READ-TRACKED-CHANGES', { ...changed, column: 1 })],
    };
  }

  /** Goes on to the next paragraph or row. */
  #nextLine(): void {
    this.#line += 1;
    if (this.#line > mostLines) throw new DocumentRefused('TOO_COMPLEX');
  }

  #paragraph(paragraph: XmlElement): void {
    this.#nextLine();
    const line = this.#line;
    const properties = childOf(paragraph, 'w:pPr');
    const style = this.#parts.styles.styleOf(settingOf(properties, 'w:pStyle'));
    if (style.isContents) return;
    const inline = this.#inlineOf(paragraph);
    if (childOf(childOf(properties, 'w:rPr'), 'w:del') !== null) {
      this.#unended += inline.text;
      inline.text = '';
    } else {
      inline.text = this.#unended + inline.text;
      this.#unended = '';
    }
    const number = this.#counter.next(numberingMark(properties), style);
    const isHeading = style.isHeading || outlineOf(properties) !== null;
    this.#lines(inline.text, isHeading && number !== null ? { ...number, kind: 'heading' } : number);
    this.#attached(inline, line);
  }

  #inlineOf(paragraph: XmlElement): Inline {
    const inline = emptyInline();
    gatherInline(paragraph, inline);
    if (inline.changed) this.#changedAt ??= { line: this.#line, text: inline.text.trim() };
    return inline;
  }

  #lines(text: string, number: AutomaticNumber | null): void {
    let offset = 0;
    let first = number;
    for (const piece of text.split('\n')) {
      const trimmed = piece.trim();
      if (trimmed !== '') {
        const column = offset + piece.indexOf(trimmed) + 1;
        this.#pushLine(trimmed.replace(typedNumber, '$1'), column, first);
        first = null;
      }
      offset += piece.length + 1;
    }
  }

  #pushLine(text: string, column: number, number: AutomaticNumber | null): void {
    const shown = number?.kind === 'heading' ? numbered(number.text, text) : text;
    const line: SourceLine = lineWithTabs(shown, this.#line, column);
    this.items.push(number === null || number.kind === 'heading' ? line : this.#lists.item(line, number));
  }

  /** What hangs on a paragraph and stands apart from its text: pictures, text boxes, notes. */
  #attached({ images, boxes, notes }: Inline, line: number): void {
    for (const { relationship, alt } of images) {
      const source = relationship === null ? null : this.#parts.picture(relationship);
      if (source !== null || alt !== '') this.items.push({ kind: 'image', line, source: source ?? '', alt });
    }
    for (const box of boxes) this.read(box);
    for (const { kind, id } of notes) this.#note(this.#parts.note(kind, id));
  }

  #note(text: string | null): void {
    const trimmed = text?.trim() ?? '';
    if (trimmed !== '') this.items.push(lineWithTabs(trimmed, this.#line, 1));
  }

  #table(table: XmlElement): void {
    const rows = wordRows(table);
    for (const row of rows) if (row.changed) this.#changedAt ??= { line: this.#line + 1, text: '' };
    const kept = rows.filter((row) => !row.unseen);
    const count = kept.reduce((sum, row) => sum + row.cells.length, 0);
    const laysOut =
      count <= 1 ||
      kept.some((row) => row.cells.some(({ element }) => holdsTable(element) || lengthOf(element) > longestCell));
    if (laysOut) for (const row of kept) for (const cell of row.cells) this.read(cell.element);
    else this.#dataTable(kept);
  }

  #dataTable(rows: readonly WordRow[]): void {
    const inlines: Inline[] = [];
    const read = rows.map((row): SourceRow => {
      this.#nextLine();
      return {
        kind: 'marked',
        cells: row.cells.map(({ element, start, end }) => {
          const text = this.#cellText(element, inlines);
          return { text, line: this.#line, column: start + 1, start, end };
        }),
      };
    });
    const firstBody = rows.findIndex((row) => !row.isHead);
    const table: SourceTable = {
      kind: 'table',
      line: this.#line - rows.length + 1,
      caption: null,
      rows: read,
      headRows: firstBody < 0 ? rows.length : firstBody,
    };
    this.items.push(table);
    for (const { notes } of inlines) for (const { kind, id } of notes) this.#note(this.#parts.note(kind, id));
  }

  /** The text of a cell; its paragraphs, and those of text boxes in it, are kept apart by line breaks. */
  #cellText(cell: XmlElement, inlines: Inline[]): string {
    const lines: string[] = [];
    for (const block of blocksOf(cell)) {
      const properties = childOf(block, 'w:pPr');
      const number = this.#counter.next(
        numberingMark(properties),
        this.#parts.styles.styleOf(settingOf(properties, 'w:pStyle')),
      );
      const inline = this.#inlineOf(block);
      inlines.push(inline);
      const text = inline.text.trim().replaceAll('\t', ' ');
      if (text !== '') lines.push(numbered(number?.text ?? '', text));
      for (const box of inline.boxes) lines.push(this.#cellText(box, inlines));
    }
    return lines.filter((line) => line !== '').join('\n');
  }
}
