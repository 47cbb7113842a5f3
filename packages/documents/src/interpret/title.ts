import { compact } from '../labels/normalise.ts';
import { toSimplified } from '../labels/simplified.ts';
import { fullAgencyName, isOrganName } from './agency-name.ts';

export interface Title {
  readonly text: string;
  /** Full name of the organ, or null where the title names none. */
  readonly agency: string | null;
  readonly year: number | null;
  readonly line: number;
}

const subject =
  /(?:政府)?信息公开(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:报告|年报|总结)|政务公开(?:工作)?年度报告/;
/** Every title has this word in it, however it is spaced. */
const disclosure = /公\s*[开開]/;
const yearMark = /((?:19|20)\d{2})(?:年度|年)?|([二〇○零一二三四五六七八九]{4})年度?/;
const chineseDigits = '〇一二三四五六七八九';
const longestTitle = 70;
const pageLabel = /^Page\s*\d+\s*[-–—]\s*/i;

function yearOf(text: string): number | null {
  const match = yearMark.exec(text);
  if (match === null) return null;
  if (match[1] !== undefined) return Number(match[1]);
  const digits = [...(match[2] ?? '')].map((digit) => (/[○零]/.test(digit) ? 0 : chineseDigits.indexOf(digit)));
  const year = Number(digits.join(''));
  return year >= 2000 && year < 2100 ? year : null;
}

/** Whether a text has the word that every title has. */
export const speaksOfDisclosure = (text: string): boolean => disclosure.test(text);

/**
 * Reads a title such as “云溪县青岚镇2023年政府信息公开工作年度报告” or “2023年度云溪县财政局政府信息公开年报”. The organ is
 * what is left when year and subject are taken away. Null for a line that is no title.
 */
export function readTitle(text: string, line: number): Title | null {
  if (text.length > 2 * longestTitle || !speaksOfDisclosure(text)) return null;
  const plain = toSimplified(compact(text.replace(pageLabel, '')))
    .replace(/^(?:[【《[]|关于)/, '')
    .replace(/[】》\]]$/, '');
  const match = subject.exec(plain);
  if (match === null || plain.length > longestTitle || /[。；：:>＞]/.test(plain)) return null;
  if (plain.length - (match.index + match[0].length) > 8) return null;
  const before = plain.slice(0, match.index);
  const rest = before
    .replace(yearMark, '')
    .replace(/^(?:关于)?年度?/, '')
    .replace(/(?:年度|年)$/, '');
  const name = rest.endsWith('人民') ? `${rest}政府` : rest;
  const agency = isOrganName(name) ? fullAgencyName(name) : null;
  return { text: text.replace(pageLabel, '').trim(), agency, year: yearOf(before) ?? yearOf(plain), line };
}
