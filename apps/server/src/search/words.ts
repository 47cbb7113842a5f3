import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { fieldDictionary } from './field-words.ts';

let segmenter: Jieba | null = null;

/** The dictionary takes a fifth of a second to load: with the first text. */
function loaded(): Jieba {
  if (segmenter === null) {
    segmenter = Jieba.withDict(dict);
    segmenter.loadDict(fieldDictionary());
  }
  return segmenter;
}

/** A text as words are compared: full-width letters and digits narrowed, in lower case. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase();

const longestWord = 60;
const hasHan = /\p{Script=Han}/u;

/** A word of the segmentation as it is kept: Chinese as it is, the rest split where letters and digits end. */
function parts(word: string): readonly string[] {
  return word.length > longestWord ? [] : (word.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

/** The words of a text in order, longer ones after the shorter that they consist of. */
export function indexWords(text: string): readonly string[] {
  return loaded().cutForSearch(plainText(text), true).flatMap(parts);
}

/** The words of a query in order, each once. */
export function queryWords(text: string): readonly string[] {
  return [...new Set(loaded().cut(plainText(text), true).flatMap(parts))];
}

/** The Chinese characters of a text, each once. */
export function hanCharacters(text: string): readonly string[] {
  return [...new Set(plainText(text).match(/\p{Script=Han}/gu) ?? [])];
}

export const isChinese = (word: string): boolean => hasHan.test(word);
