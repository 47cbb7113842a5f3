import type { SourcePart } from '@nianbao/core';
import type { Messages } from '../messages/messages.ts';
import type { ImportResult } from './read-cells.ts';

interface Place {
  readonly part: SourcePart | null;
  readonly line: number;
  readonly column: number;
}

/** A place in a file in the words in which people look it up. */
export function placeText({ part, line, column }: Place, kind: ImportResult['file']['kind'], m: Messages): string {
  if (part?.kind === 'page') return m.import.source.inPage(part.page, line);
  if (part?.kind === 'sheet') return m.import.source.inSheet(part.name, line, column);
  return kind === 'word' ? m.import.source.inParagraph(line) : m.import.source.inLine(line, column);
}
