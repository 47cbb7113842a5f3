/** A number in a text that belongs to a person, with a form that is safe to repeat. */
export interface PersonalNumber {
  readonly kind: 'identityCard' | 'bankCard' | 'mobile';
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly masked: string;
}

const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

function isBirthday(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2100) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** An 18-place identity number by region, birthday and check digit (GB 11643), or the older one of 15 places. */
export function isIdentityNumber(text: string): boolean {
  if (!provinces.has(text.slice(0, 2))) return false;
  if (/^\d{15}$/.test(text)) {
    return isBirthday(1900 + Number(text.slice(6, 8)), Number(text.slice(8, 10)), Number(text.slice(10, 12)));
  }
  if (!/^\d{17}[\dXx]$/.test(text)) return false;
  if (!isBirthday(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14)))) return false;
  const sum = weights.reduce((all, weight, at) => all + weight * Number(text.charAt(at)), 0);
  return checkDigits.charAt(sum % 11) === text.charAt(17).toUpperCase();
}

/** The check sum of bank cards (Luhn, ISO/IEC 7812). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at));
    const doubled = digit * 2;
    sum += at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** A bank card by length, first digits (银联 62, and the international schemes) and check sum. */
export function isBankCard(digits: string): boolean {
  const scheme = /^62\d{14,17}$|^(?:4\d{3}|5[1-5]\d{2}|35(?:2[89]|[3-8]\d))\d{12}$|^3[47]\d{13}$/;
  return scheme.test(digits) && !/^(\d)\1+$/.test(digits) && passesLuhn(digits);
}

const mask = (digits: string): string =>
  `${digits.slice(0, 3)}${'*'.repeat(Math.max(4, digits.length - 5))}${digits.slice(-2)}`;

const edges = { before: '(?<![\\dA-Za-z/.=_&?%-])', after: '(?![\\dA-Za-z]|[ ./_-]\\d)' };
/** Digits in one piece, or in the groups in which people write cards (4-4-4-4), identity numbers and telephones. */
const inOnePiece = '\\d{10,18}[\\dXx]';
const inGroups =
  '(?:\\+?86[ -]?)?1[3-9]\\d[ -]\\d{4}[ -]\\d{4}|\\d{6} \\d{8} \\d{3}[\\dXx]|\\d{4}(?:[ -]\\d{4}){3}(?:[ -]\\d{1,3})?';
const candidates = new RegExp(`${edges.before}(?:${inOnePiece}|${inGroups})${edges.after}`, 'g');
const candidatesInCells = new RegExp(`(?<! )${edges.before}${inOnePiece}${edges.after}`, 'g');
const isMobile = (digits: string): boolean => /^(?:86)?1[3-9]\d{9}$/.test(digits);

function kindOf(digits: string, before: string): PersonalNumber['kind'] | null {
  if (isMobile(digits)) return 'mobile';
  if (isBankCard(digits)) return 'bankCard';
  const fifteen = digits.length === 15;
  if (fifteen && !/身份证|证件号/.test(before)) return null;
  return isIdentityNumber(digits) ? 'identityCard' : null;
}

/**
 * Identity, bank-card and mobile numbers in a folded text, also where they are written in groups. Index numbers, credit
 * codes and addresses of pages are passed over: they are joined to letters or fail the check digits. In the cells of a
 * table neighbouring figures are no groups of one number (`inCells`).
 */
export function personalNumbers(text: string, inCells = false): readonly PersonalNumber[] {
  return [...text.matchAll(inCells ? candidatesInCells : candidates)].flatMap((match) => {
    const digits = match[0].replace(/[ +-]/g, '');
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (/索引号|信用代码|统一代码|组织机构代码|编号|文号|备案号$/.test(before)) return [];
    const kind = kindOf(digits, before);
    if (kind === null) return [];
    return [{ kind, start: match.index, end: match.index + match[0].length, digits, masked: mask(digits) }];
  });
}
