import { quoted } from './index-words.ts';
import { hanCharacters, isChinese, plainText, queryWords } from './words.ts';

/** A query as the database is asked. */
export interface AskedQuery {
  /** PostgreSQL's literal of a query; every word in it is quoted. */
  readonly query: string;
  /** Stretches that have to stand in the text letter by letter. */
  readonly literals: readonly string[];
}

export interface SearchQuery {
  /** By the words of the segmentation. */
  readonly exact: AskedQuery;
  /** By single characters, for words that the text's segmentation cut otherwise; asked when the words find nothing. */
  readonly loose: AskedQuery;
  /** What is marked in the texts found, longest first. */
  readonly marked: readonly string[];
}

const mostWords = 24;

/** Letters and digits may go on, as pinyin initials do; and so may the last word, which is perhaps not finished. */
function asked(words: readonly string[]): string {
  return words
    .map((word, at) => (at === words.length - 1 || !isChinese(word) ? `${quoted(word)}:*` : quoted(word)))
    .join(' & ');
}

/**
 * Reads what somebody typed, literally: all of its words have to be there, and nothing in it is an operator. Null when
 * there is no word in it.
 */
export function readQuery(text: string): SearchQuery | null {
  const words = queryWords(text).slice(0, mostWords);
  if (words.length === 0) return null;
  const terms = plainText(text)
    .split(/\s+/)
    .filter((term) => term !== '');
  const characters = hanCharacters(text).slice(0, mostWords);
  const latin = words.filter((word) => !isChinese(word));
  const single = [...characters.map(quoted), ...latin.map((word) => `${quoted(word)}:*`)].join(' & ');
  const marked = new Set([...terms, ...words]);
  return {
    exact: { query: asked(words), literals: [] },
    loose: { query: single, literals: terms.filter(isChinese) },
    marked: [...marked].sort((a, b) => b.length - a.length),
  };
}
