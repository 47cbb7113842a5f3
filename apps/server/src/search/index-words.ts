import { hanCharacters, indexWords } from './words.ts';

/** A part of what is searched, and how much a word in it counts: A the most, C as running text does. */
export interface WeighedText {
  readonly text: string;
  readonly weight: 'A' | 'B' | 'C';
}

/** PostgreSQL keeps places up to here, and 256 of one word. */
const lastPlace = 16_383;
const mostPlaces = 200;

/** Takes a word literally in PostgreSQL's literals of words and of queries. */
export const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/**
 * Texts as PostgreSQL's literal of words with their places and weights. Every single Chinese character is in it too,
 * without a place, so that what the segmentation cut otherwise is still found. Made here rather than by the database's
 * own parser, which depends on its locale.
 */
export function wordsLiteral(texts: readonly WeighedText[]): string {
  const places = new Map<string, string[]>();
  let place = 0;
  for (const { text, weight } of texts) {
    for (const word of indexWords(text)) {
      place = Math.min(place + 1, lastPlace);
      const known = places.get(word) ?? [];
      if (known.length < mostPlaces) known.push(`${place}${weight}`);
      places.set(word, known);
    }
    for (const character of hanCharacters(text)) if (!places.has(character)) places.set(character, []);
  }
  return [...places]
    .map(([word, at]) => (at.length === 0 ? quoted(word) : `${quoted(word)}:${at.join(',')}`))
    .join(' ');
}
