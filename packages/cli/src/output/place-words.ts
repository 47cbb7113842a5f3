import type { Locale } from '@nianbao/core';
import type { SourceOf } from '@nianbao/documents';
import { fill, words } from '../messages.ts';

/** Where in a file something stands, for a person to look it up. */
export function placeWords({ part, line, column }: SourceOf, lang: Locale): string {
  switch (part?.kind) {
    case 'page':
      return fill(words.page[lang], { page: part.page, line });
    case 'sheet':
      return fill(words.sheet[lang], { name: part.name, line, column });
    case undefined:
      return fill(words.line[lang], { line, column });
  }
}
