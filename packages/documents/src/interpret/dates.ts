import { compact } from '../labels/normalise.ts';

const numeric = /((?:19|20)\d{2}) ?(?:年|[-/.]) ?(\d{1,2}) ?(?:月|[-/.]) ?(\d{1,2})(?: ?日| ?号|(?!\d))/;
const spelled = /([二〇○零一二三四五六七八九]{4}) ?年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;
const digits = '〇一二三四五六七八九';

const digitOf = (character: string): number => (/[○零]/.test(character) ? 0 : digits.indexOf(character));

function spelledNumber(text: string): number {
  const [tens, units] = text.split('十');
  if (units === undefined) return digitOf(text);
  return (tens === '' || tens === undefined ? 1 : digitOf(tens)) * 10 + (units === '' ? 0 : digitOf(units));
}

/** A date of the calendar as ISO, or null for one that does not exist. */
function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}

/** The first date in a text, in digits (2021-01-15, 2021年1月15日) or in characters (二〇二一年一月十五日), as ISO. */
export function findDate(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ');
  const match = numeric.exec(plain);
  if (match !== null) return isoDate(Number(match[1]), Number(match[2]), Number(match[3]));
  const words = spelled.exec(plain);
  if (words === null) return null;
  const year = Number([...(words[1] ?? '')].map(digitOf).join(''));
  return isoDate(year, spelledNumber(words[2] ?? ''), spelledNumber(words[3] ?? ''));
}

/** Whether a line is a date and nothing else, as a signature has it. */
export function isDateLine(text: string): boolean {
  const plain = compact(text);
  return (
    plain.length <= 14 &&
    findDate(plain) !== null &&
    /^[(（]?[二〇○零一二三四五六七八九十\d年月日号./-]+[)）]?$/.test(plain)
  );
}
