import type { Matrix } from './matrix.ts';

/** What the font's program says of a character. */
export interface DrawnGlyph {
  readonly unicode?: unknown;
  readonly width?: unknown;
  readonly vmetric?: unknown;
  readonly isSpace?: unknown;
}

/** Arguments of operators come from the file: each is looked at before it is used. */
export const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
export const isNumbers = (value: unknown): value is ArrayLike<number> =>
  ArrayBuffer.isView(value) || (Array.isArray(value) && value.every((item) => typeof item === 'number'));
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const isDrawn = (value: unknown): value is DrawnGlyph => typeof value === 'object' && value !== null;

export function matrixOf(value: unknown): Matrix | null {
  if (!isNumbers(value) || value.length < 6) return null;
  return [number(value[0]), number(value[1]), number(value[2]), number(value[3]), number(value[4]), number(value[5])];
}

export function boxOf(value: unknown): readonly [number, number, number, number] | null {
  if (!isNumbers(value) || value.length < 4) return null;
  return [number(value[0]), number(value[1]), number(value[2]), number(value[3])];
}
