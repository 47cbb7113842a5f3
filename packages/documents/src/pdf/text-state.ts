import type { Matrix } from './matrix.ts';
import { identity, multiply } from './matrix.ts';

/** The part of the graphics state that says how text is set; saved and restored with it. */
export interface TextSettings {
  /** How wide one unit of a glyph's width is in text of size 1. */
  readonly unit: number;
  readonly size: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

export const plainSettings: TextSettings = {
  unit: 0.001,
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};

/** Where the next character goes, in the coordinates in which text is set. */
export class TextPosition {
  matrix: Matrix = identity;
  #line: Matrix = identity;

  set(matrix: Matrix): void {
    this.matrix = matrix;
    this.#line = matrix;
  }

  nextLine(x: number, y: number): void {
    this.set(multiply(this.#line, [1, 0, 0, 1, x, y]));
  }

  advance(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.matrix;
    this.matrix = [a, b, c, d, e + a * x + c * y, f + b * x + d * y];
  }
}
