import type { Locale } from '../findings/message.ts';
import { parseChineseNumeral } from '../text/numerals.ts';

const pattern =
  /^第([一二三四五六七八九十]+)条(?:第([一二三四五六七八九十]+)款)?(?:第（([一二三四五六七八九十]+)）项)?$/;

/** An article of the 条例, such as “第三十六条第（七）项”, as a reader of the language writes it: Article 36 (7). */
export function articleIn(article: string, locale: Locale): string {
  const [, number, paragraph, item] = pattern.exec(article) ?? [];
  if (locale === 'zh' || number === undefined) return article;
  const inParagraph = paragraph === undefined ? '' : `, paragraph ${parseChineseNumeral(paragraph)}`;
  return `Article ${parseChineseNumeral(number)}${inParagraph}${item === undefined ? '' : ` (${parseChineseNumeral(item)})`}`;
}
