import type { NumberStyle } from './number-styles.ts';

const written = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Moves the point of a decimal number by text, so that no digit is lost. */
function shifted(sign: string, digits: string, point: number): string {
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const fraction = padded.slice(at).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return sign === '-' && text !== '0' ? `-${text}` : text;
}

/** Spreadsheets count in 15 digits; what stands behind them is the noise of binary fractions (0.1 + 0.2). */
const digitsKept = 15;

/**
 * A number of a workbook in plain digits: no exponent, no noise behind the fifteenth digit; whole numbers keep every
 * digit. Null for what is no number.
 */
export function plainNumber(text: string): string | null {
  const match = written.exec(text.trim());
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  const all = whole + fraction;
  if (match === null || all === '') return null;
  const digits = all.replace(/^0+/, '');
  const point = whole.length + Number(exponent) - (all.length - digits.length);
  if (digits === '') return '0';
  if (digits.length <= digitsKept || fraction.replace(/0+$/, '') === '') return shifted(sign, digits, point);
  const rounded = String(BigInt(digits.slice(0, digitsKept)) + (Number(digits[digitsKept]) >= 5 ? 1n : 0n));
  return shifted(sign, rounded, point + rounded.length - digitsKept);
}

const day = 86_400_000;

function dateText(serial: number, style: NumberStyle & { readonly kind: 'date' }, from1904: boolean): string {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + Math.floor(serial) * day);
  const parts = [
    style.year ? `${date.getUTCFullYear()}年` : '',
    style.month ? `${date.getUTCMonth() + 1}月` : '',
    style.day ? `${date.getUTCDate()}日` : '',
  ];
  return parts.join('');
}

/** Days that a spreadsheet can show, up to the end of 9999. */
const lastDay = 2_958_465;

/** The text of a number as its cell shows it, in plain digits; a date in words, a share in percent. */
export function numberText(raw: string, style: NumberStyle, from1904: boolean): string {
  const plain = plainNumber(raw);
  if (plain === null) return raw.trim();
  const value = Number(plain);
  if (style.kind === 'date' && value >= 1 && value <= lastDay) return dateText(value, style, from1904);
  if (style.kind === 'percent' && Math.abs(value) < 1e9)
    return `${(value * 100).toFixed(Math.min(style.decimals, 8))}%`;
  return plain;
}
