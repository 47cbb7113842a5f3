import type { FormulaOperand, FormulaValue } from './formula-value.ts';
import { compare, FormulaError, functions, isRange, toNumber } from './formula-value.ts';
import type { OpenedSheet, OpenedWorkbook } from './opened-workbook.ts';
import { sheetOf } from './opened-workbook.ts';

const token =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|"(?<text>(?:[^"]|"")*)"|(?:'(?<sheet>(?:[^']|'')+)'!)?(?<from>\$?[A-Z]{1,3}\$?\d+)(?::(?<to>\$?[A-Z]{1,3}\$?\d+))?(?![\w(])|(?<name>[A-Z]+)(?=\()|(?<sign><=|>=|<>|[-+*/&=<>(),]))/y;

const letters = (name: string): number => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function nameOf(column: number): string {
  return column === 0 ? '' : nameOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

export function placeOf(reference: string): Place {
  const match = /^\$?([A-Z]+)\$?(\d+)$/.exec(reference);
  if (match === null) throw new Error(`no reference: ${reference}`);
  return { column: letters(match[1] ?? ''), row: Number(match[2]) };
}

/** The references of all cells of an area such as `A1:B2`. */
export function cellsOfArea(area: string): readonly string[] {
  const [from = '', to = from] = area.split(':');
  const start = placeOf(from);
  const end = placeOf(to);
  const cells: string[] = [];
  for (let row = start.row; row <= end.row; row += 1) {
    for (let column = start.column; column <= end.column; column += 1) cells.push(`${nameOf(column)}${row}`);
  }
  return cells;
}

/** Where a formula is computed: its sheet, and by how far references without a `$` are moved. */
interface Seat {
  readonly sheet: string;
  readonly move: Place;
}

function moved(reference: string, { row, column }: Place): string {
  const place = placeOf(reference);
  const fixed = /^(\$?)[A-Z]+(\$?)/.exec(reference);
  return `${nameOf(place.column + (fixed?.[1] === '$' ? 0 : column))}${place.row + (fixed?.[2] === '$' ? 0 : row)}`;
}

/** Computes a workbook's formulas anew from the cells that hold none, as the programs do that open it. */
export class FormulaEngine {
  readonly #book: OpenedWorkbook;
  readonly #typed = new Map<string, FormulaValue>();
  readonly #known = new Map<string, FormulaValue>();

  constructor(book: OpenedWorkbook) {
    this.#book = book;
  }

  /** Types a value over what a cell holds. */
  type(sheet: OpenedSheet, reference: string, value: FormulaValue): void {
    this.#typed.set(`${sheet.name}!${reference}`, value);
    this.#known.clear();
  }

  value(sheet: string, reference: string): FormulaValue {
    const name = `${sheet}!${reference}`;
    const typed = this.#typed.get(name);
    if (typed !== undefined) return typed;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const cell = sheetOf(this.#book, sheet).cells.get(reference);
    if (cell === undefined) return null;
    if (cell.formula === null) return cell.value;
    const value = this.compute(cell.formula, { sheet, move: { row: 0, column: 0 } });
    this.#known.set(name, value);
    return value;
  }

  compute(formula: string, seat: Seat): FormulaValue {
    const value = new Parser(formula, seat, this).whole();
    return isRange(value) ? (value[0] ?? null) : value;
  }

  /** The marks that conditional formats set on each cell of a sheet, by reference, the first one first. */
  marks(sheet: OpenedSheet): ReadonlyMap<string, readonly number[]> {
    const marks = new Map<string, number[]>();
    for (const { areas, formula, mark } of sheet.formats) {
      const origin = placeOf((areas[0] ?? '').split(':')[0] ?? '');
      for (const reference of areas.flatMap(cellsOfArea)) {
        const place = placeOf(reference);
        const move = { row: place.row - origin.row, column: place.column - origin.column };
        if (this.compute(formula, { sheet: sheet.name, move }) !== true) continue;
        marks.set(reference, [...(marks.get(reference) ?? []), mark]);
      }
    }
    return marks;
  }
}

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

class Parser {
  readonly #formula: string;
  readonly #seat: Seat;
  readonly #engine: FormulaEngine;
  #at = 0;
  #groups: Record<string, string | undefined> = {};

  constructor(formula: string, seat: Seat, engine: FormulaEngine) {
    this.#formula = formula;
    this.#seat = seat;
    this.#engine = engine;
    this.#next();
  }

  whole(): FormulaOperand {
    const value = this.#comparison();
    if (Object.keys(this.#groups).length > 0) throw new Error(`left over in ${this.#formula}`);
    return value;
  }

  #next(): void {
    if (this.#at === this.#formula.length) {
      this.#groups = {};
      return;
    }
    token.lastIndex = this.#at;
    const match = token.exec(this.#formula);
    if (match === null) throw new Error(`cannot read ${this.#formula.slice(this.#at)}`);
    this.#at = token.lastIndex;
    this.#groups = { ...match.groups };
  }

  #take(sign: string): boolean {
    if (this.#groups.sign !== sign) return false;
    this.#next();
    return true;
  }

  #comparison(): FormulaOperand {
    const left = this.#joined();
    const { sign } = this.#groups;
    if (sign === undefined || comparisons[sign] === undefined) return left;
    this.#next();
    const order = compare(single(left), single(this.#joined()));
    if (order instanceof FormulaError) return order;
    return comparisons[sign]?.(order) ?? false;
  }

  #joined(): FormulaOperand {
    let left = this.#sum();
    while (this.#take('&')) left = `${single(left) ?? ''}${single(this.#sum()) ?? ''}`;
    return left;
  }

  #sum(): FormulaOperand {
    let left = this.#product();
    for (;;) {
      if (this.#take('+')) left = arithmetic(left, this.#product(), (a, b) => a + b);
      else if (this.#take('-')) left = arithmetic(left, this.#product(), (a, b) => a - b);
      else return left;
    }
  }

  #product(): FormulaOperand {
    let left = this.#operand();
    while (this.#take('*')) left = arithmetic(left, this.#operand(), (a, b) => a * b);
    return left;
  }

  #operand(): FormulaOperand {
    const { number, text, from, to, sheet, name, sign } = this.#groups;
    this.#next();
    if (number !== undefined) return Number(number);
    if (text !== undefined) return text.replaceAll('""', '"');
    if (from !== undefined) return this.#cells(from, to, sheet?.replaceAll("''", "'") ?? this.#seat.sheet);
    if (name !== undefined) return this.#call(name);
    if (sign === '-') return arithmetic(0, this.#operand(), (a, b) => a - b);
    if (sign !== '(') throw new Error(`unexpected ${sign} in ${this.#formula}`);
    const value = this.#comparison();
    if (!this.#take(')')) throw new Error(`no end of brackets in ${this.#formula}`);
    return value;
  }

  #cells(from: string, to: string | undefined, sheet: string): FormulaOperand {
    const start = moved(from, this.#seat.move);
    if (to === undefined) return this.#engine.value(sheet, start);
    return cellsOfArea(`${start}:${moved(to, this.#seat.move)}`).map((cell) => this.#engine.value(sheet, cell));
  }

  #call(name: string): FormulaOperand {
    this.#take('(');
    const operands: FormulaOperand[] = [];
    while (!this.#take(')')) {
      operands.push(this.#comparison());
      this.#take(',');
    }
    if (name === 'IF') {
      const condition = single(operands[0] ?? null);
      if (condition instanceof FormulaError) return condition;
      return (condition ? operands[1] : operands[2]) ?? null;
    }
    const of = functions[name];
    if (of === undefined) throw new Error(`no function ${name}`);
    return of(operands);
  }
}

const single = (operand: FormulaOperand): FormulaValue => (isRange(operand) ? (operand[0] ?? null) : operand);

function arithmetic(left: FormulaOperand, right: FormulaOperand, of: (a: number, b: number) => number): FormulaOperand {
  if (isRange(left) && isRange(right)) return left.map((value, at) => computed(value, right[at] ?? null, of));
  return computed(single(left), single(right), of);
}

function computed(left: FormulaValue, right: FormulaValue, of: (a: number, b: number) => number): FormulaValue {
  const a = toNumber(left);
  const b = toNumber(right);
  if (a instanceof FormulaError) return a;
  return b instanceof FormulaError ? b : of(a, b);
}
