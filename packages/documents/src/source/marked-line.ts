import type { SourceCell, SourceLine } from './source.ts';
import { plainLine } from './source.ts';

/** A line of text from a document; tabs inside it part it into cells, as those of plain text do. */
export function lineWithTabs(text: string, line: number, column: number): SourceLine {
  const plain = plainLine(text, line, column);
  if (!text.includes('\t')) return plain;
  let offset = 0;
  const cells = text.split('\t').map((part, at): SourceCell => {
    const cell = { text: part.trim(), line, column: column + offset, start: at, end: at + 1 };
    offset += part.length + 1;
    return cell;
  });
  return { ...plain, cells, cellsBy: 'marks' };
}
