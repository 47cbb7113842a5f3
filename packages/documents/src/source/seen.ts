import type { ShownLine } from './shown-lines.ts';
import { shownLines } from './shown-lines.ts';
import type { Source, SourceItem } from './source.ts';

/** Kinds of documents that are written with the report inside and shown to people. */
export type ShownFormat = 'docx' | 'pdf' | 'xlsx' | 'html';

/** A part of a document in which a person sees text. */
export type SeenIn =
  | { readonly kind: 'body' }
  | { readonly kind: 'sheet'; readonly name: string }
  /** What hangs on the cells of a sheet or is drawn over them. */
  | { readonly kind: 'notes'; readonly name: string }
  /** Above and below the text of each page; `name` is that of the sheet whose pages are meant, '' where all are. */
  | { readonly kind: 'edge'; readonly name: string }
  /** What programs show as the title and the author of the document. */
  | { readonly kind: 'title' | 'author' };

/** The text of such a part, line by line. */
export interface SeenPart {
  readonly where: SeenIn;
  readonly lines: readonly ShownLine[];
}

/** All that a person sees in a document, part by part. */
export interface Seen {
  readonly format: ShownFormat;
  readonly parts: readonly SeenPart[];
}

/** Lines that have no other place than their order. */
export function seenLines(texts: readonly string[]): ShownLine[] {
  return texts.map((text, at) => ({ part: null, line: at + 1, cells: [{ text, line: at + 1, column: 1 }] }));
}

/** Lines without those that repeat an earlier one, as what stands at the edges of pages does from page to page. */
export const edgeLines = (texts: readonly string[]): ShownLine[] => seenLines([...new Set(texts)]);

/** A part that holds one text, such as the title among the properties of a document; none where it is empty. */
export function seenText(kind: 'title' | 'author', text: string | null): SeenPart[] {
  return text === null || text.trim() === '' ? [] : [{ where: { kind }, lines: seenLines([text]) }];
}

/** Gives each item of a list its mark, which some files have as text and others have drawn. */
function withMarks(items: readonly SourceItem[]): SourceItem[] {
  const counts = new Map<number, number>();
  return items.map((item) => {
    if (item.kind !== 'line' || item.list === null) return item;
    const { id, ordered } = item.list;
    const number = (counts.get(id) ?? 0) + 1;
    counts.set(id, number);
    const mark = ordered ? `${number}.` : '•';
    return { ...item, cells: item.cells.map((cell, at) => (at === 0 ? { ...cell, text: mark + cell.text } : cell)) };
  });
}

/** What was read of a document as the report itself. */
export const seenBody = ({ items, parts }: Pick<Source, 'items' | 'parts'>): SeenPart => ({
  where: { kind: 'body' },
  lines: shownLines({ items: withMarks(items), parts }),
});
