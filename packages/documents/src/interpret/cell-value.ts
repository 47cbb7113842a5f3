import type { CellKind, CellValue, Unit } from '@nianbao/core';
import { scaleFigure } from '@nianbao/core';
import { compact } from '../labels/normalise.ts';

/** What had to be understood besides digits; each is told to the reader of the findings. */
export type ValueNote = 'unit' | 'sign' | 'zeroSign' | 'grouping';

export interface CellReading {
  readonly value: CellValue;
  readonly note: ValueNote | null;
  /** The unit that stood in the cell, where one did. */
  readonly unit: string | null;
}

const plain = (value: CellValue, note: ValueNote | null = null): CellReading => ({ value, note, unit: null });
const severalNumbers = /[\d０-９]\s+[\d０-９]/;
const notApplicable = /^(?:[/\\|]|[-—–―─_−ー一]{1,4}|无|不适用|[nN]\/?[aA])$/;
const number = /^([+\-−]?)(\d{1,16}(?:\.\d{1,8})?|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,8})?)$/;
const signed = /^(增加|增长|新增|增|减少|减)(\d{1,9})(?:项|件|个)?$/;
const withUnit = /^([+\-−]?[\d,.]+)(亿元|万元|万|元|件|项|个|条|次|宗|份|起|人次)$/;
const powers: Readonly<Record<string, number>> = { 元: -4, 万: 0, 万元: 0, 亿元: 4 };

/** Moves the decimal point of a plain decimal number by text, so that no digit is lost to binary fractions. */
function shift(digits: string, places: number): number {
  return Number(`${digits}e${places}`);
}

function fitting(kind: CellKind, value: number, text: string): CellValue {
  return scaleFigure(kind, value) === null ? { unreadable: text } : value;
}

function readNumber(text: string): { readonly value: number; readonly grouped: boolean } | null {
  const match = number.exec(text);
  if (match === null) return null;
  const digits = (match[2] ?? '').replaceAll(',', '');
  if (/^0\d/.test(digits)) return null;
  const value = Number(digits);
  return { value: match[1] === '' || match[1] === '+' ? value : -value, grouped: digits !== match[2] };
}

function readWithUnit(text: string, kind: CellKind, unit: Unit): CellReading | null {
  const match = withUnit.exec(text);
  const read = match === null ? null : readNumber(match[1] ?? '');
  if (match === null || read === null) return null;
  const written = match[2] ?? '';
  const power = powers[written];
  if ((power === undefined) === (kind === 'money')) return null;
  const value = power === undefined || unit === null ? read.value : shift(String(read.value), power);
  return { value: fitting(kind, value, text), note: 'unit', unit: written };
}

/**
 * Reads one cell. A value is taken only where its meaning is certain: plain digits, digits grouped by commas, a sign or
 * 增 and 减 before the digits of a change, a unit after them (元 is turned into 万元 where the table counts in 万元). “/”
 * and dashes mean not applicable. Everything else is kept as unreadable text.
 */
export function readCell(text: string, kind: CellKind, unit: Unit): CellReading {
  if (plainCount.test(text)) return plain(fitting(kind, Number(text), text));
  const short = compact(text);
  if (short === '') return plain(null);
  if (severalNumbers.test(text)) return plain({ unreadable: text.trim().slice(0, 200) });
  if (/^[〇○零]$/.test(short)) return plain(0, 'zeroSign');
  if (notApplicable.test(short)) return plain('/');
  const read = readNumber(short);
  if (read !== null) {
    const value = fitting(kind, Object.is(read.value, -0) ? 0 : read.value, text.trim());
    return plain(value, read.grouped ? 'grouping' : null);
  }
  const change = kind === 'change' ? signed.exec(short) : null;
  if (change !== null) {
    const amount = Number(change[2]);
    return plain((change[1] ?? '').startsWith('减') && amount !== 0 ? -amount : amount, 'sign');
  }
  return readWithUnit(short, kind, unit) ?? plain({ unreadable: text.trim().slice(0, 200) });
}

const plainCount = /^(?:0|[1-9]\d{0,15})$/;
const digitsOnly = /^\d+$/;
/** The beginning of a label: a Chinese character that opens no value, or a bracket. */
const opensWord = /^(?![增减新无零])[（(“\u4e00-\u9fff]/;
const valueLike =
  /^(?:[+\-−]?[\d,.]+(?:亿元|万元|万|元|件|项|个|条|次|宗|份|起|人次)?|(?:增加|增长|新增|增|减少|减)\d+(?:项|件|个)?|[〇○零/\\]|[-—–―─_−]{1,4}|无|\d+\/\d+)$/;

/** Whether a cell holds a figure or what stands for one; a label, a sentence and a blank do not. */
export function isValueText(text: string): boolean {
  const length = text.length;
  if (length === 0 || length > 24) return false;
  if (digitsOnly.test(text)) return true;
  if (opensWord.test(text)) return false;
  return valueLike.test(compact(text));
}
