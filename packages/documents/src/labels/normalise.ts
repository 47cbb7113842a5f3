import { toSimplified } from './simplified.ts';

const numbering =
  /^(?:\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)[、.,:]?|[一二三四五六七八九十]{1,3}[、.,:)]|\d{1,2}[.、,:)](?!\d)|\d{1,2}(?=[\u4e00-\u9fff])|[、.)](?=[\u4e00-\u9fff]))/;
const marks = /[\p{P}\p{S}\u200b-\u200f\ufeff]/gu;
const white = /[\s\u200b-\u200f\u2060\ufeff]/g;
const onlyPlain = /^[\u4e00-\u9fff]*$|^[!-~]*$/;

/** Text in compatibility form: full-width digits and signs become plain ones, all white space is gone. */
export function compact(text: string): string {
  return onlyPlain.test(text) ? text : text.normalize('NFKC').replace(white, '');
}

/** A text with its numbering, without marks and white space, in Simplified characters. */
export function bareText(text: string): string {
  return toSimplified(compact(text)).replace(marks, '');
}

export interface NormalLabel {
  /** The label without numbering, marks and white space, in Simplified characters. */
  readonly key: string;
  /** The same without what stands in brackets: instructions for filling in are often left inside labels. */
  readonly base: string;
  /** Whether the label carried a number of its own, such as “（七）”. */
  readonly numbered: boolean;
}

/** Brings a label into the form in which official and published labels are compared. */
export function normaliseLabel(text: string): NormalLabel {
  const plain = toSimplified(compact(text));
  const withoutNumber = plain.replace(numbering, '');
  const numbered = withoutNumber.length < plain.length;
  const key = withoutNumber.replace(marks, '');
  if (!/[([【]/.test(withoutNumber)) return { key, base: key, numbered };
  const base = withoutNumber.replace(/[([【][^)\]】]*[)\]】]?/g, '').replace(marks, '');
  return { key, base, numbered };
}
