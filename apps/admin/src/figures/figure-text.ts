import type { CellKind, CellValue } from '@nianbao/core';
import { scaleFigure } from '@nianbao/core';

const signedWords: Readonly<Record<string, string>> = { 增: '', 减: '-' };

/**
 * Reads what a person typed or pasted into a cell: full-width digits, thousands separators and spaces are taken as
 * meant; “/” is not applicable; nothing is blank; 增 and 减 sign a change. What remains is kept as unreadable text, so
 * that a finding can name it: a number is never guessed.
 */
export function parseFigure(kind: CellKind, typed: string): CellValue {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/−|–/g, '-');
  if (text === '') return null;
  if (text === '/') return '/';
  const signed = kind === 'change' ? text.replace(/^[增减]/, (word) => signedWords[word] ?? word) : text;
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(signed) ? signed.replaceAll(',', '') : signed;
  if (!/^[+-]?\d+(\.\d+)?$/.test(plain)) return { unreadable: typed.trim() };
  const number = Number(plain) + 0;
  return scaleFigure(kind, number) === null || !writesBack(plain, number) ? { unreadable: typed.trim() } : number;
}

/** True when the number says exactly what the digits said: nothing rounded off, nothing cut. */
function writesBack(digits: string, number: number): boolean {
  const canonical = digits
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return plainDecimal(number) === (canonical === '-0' ? '0' : canonical);
}

/** The number in digits, where `String` would write a small amount of money as a power of ten. */
function plainDecimal(number: number): string {
  const text = String(number);
  return text.includes('e-') ? number.toFixed(6).replace(/0+$/, '') : text;
}

/** What stands in the input for a value. */
export function figureText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return value.unreadable;
  return typeof value === 'number' ? plainDecimal(value) : value;
}

/** True for two values that a person would call the same. */
export function sameFigure(a: CellValue | undefined, b: CellValue | undefined): boolean {
  return figureText(a) === figureText(b) && typeof (a ?? null) === typeof (b ?? null);
}
