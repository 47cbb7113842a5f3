import type { CellState, FigureRow } from '../figures/figure-row.ts';
import { cellState, setFigure } from '../figures/figure-row.ts';
import type { ArithmeticTable } from './arithmetic-table.ts';
import { arithmeticTable } from './arithmetic-table.ts';
import { canHold, isMet, isUnknown } from './relation.ts';

/**
 * With figures up to here the running differences stay exact: no relation has 64 cells. A row that holds a larger one
 * is decided relation by relation instead.
 */
const largestRunning = Number.MAX_SAFE_INTEGER / 64;

/**
 * Arithmetic over a row that is being edited. It keeps for every relation the difference of its sides, so that a
 * changed cell costs only the few relations that read it. Owns the row from then on: change it only through `set`.
 */
export class ArithmeticSession {
  readonly table: ArithmeticTable;
  readonly row: FigureRow;
  #differences: Float64Array;
  /** How many unknown cells may still raise the left, and the right side. */
  #growingLeft: Uint16Array;
  #growingRight: Uint16Array;
  #broken: Uint8Array;
  #brokenCount = 0;
  #largeCells = 0;

  constructor(row: FigureRow) {
    this.row = row;
    this.table = arithmeticTable(row.format);
    const count = this.table.relations.length;
    this.#differences = new Float64Array(count);
    this.#growingLeft = new Uint16Array(count);
    this.#growingRight = new Uint16Array(count);
    this.#broken = new Uint8Array(count);
    for (const value of row.values) if (Math.abs(value) > largestRunning) this.#largeCells += 1;
    this.#rebuild();
  }

  /** How many relations are broken. */
  get brokenCount(): number {
    return this.#brokenCount;
  }

  /** The broken relations by position in the table, in the order of the rules. */
  broken(): readonly number[] {
    const relations: number[] = [];
    for (let relation = 0; relation < this.#broken.length; relation += 1) {
      if (this.#broken[relation] === 1) relations.push(relation);
    }
    return relations;
  }

  /** Puts a scaled figure, or a state without one, into a cell and judges the relations that read it anew. */
  set(cell: number, state: CellState, value: number): void {
    const { row } = this;
    const oldValue = row.values[cell] ?? 0;
    const oldState = row.states[cell];
    setFigure(row, cell, { state, value });
    const newValue = row.values[cell] ?? 0;
    const wasLarge = this.#largeCells > 0;
    this.#largeCells += Number(Math.abs(newValue) > largestRunning) - Number(Math.abs(oldValue) > largestRunning);
    if (wasLarge || this.#largeCells > 0) {
      this.#rebuild();
      return;
    }
    const becomesUnknown = Number(isUnknown(state)) - Number(isUnknown(oldState));
    if (becomesUnknown !== 0) this.#countUnknown(cell, becomesUnknown);
    const { readers, readerSigns, readerStarts } = this.table;
    const delta = newValue - oldValue;
    const end = readerStarts[cell + 1] ?? 0;
    for (let at = readerStarts[cell] ?? 0; at < end; at += 1) {
      const relation = readers[at] ?? 0;
      this.#differences[relation] = (this.#differences[relation] ?? 0) + delta * (readerSigns[at] ?? 0);
      this.#judge(relation);
    }
  }

  #countUnknown(cell: number, by: number): void {
    const { readers, readerSigns, readerStarts, format } = this.table;
    const eitherSign = format.cells[cell]?.kind === 'change';
    for (let at = readerStarts[cell] ?? 0; at < (readerStarts[cell + 1] ?? 0); at += 1) {
      const relation = readers[at] ?? 0;
      const onLeft = readerSigns[at] === 1;
      if (onLeft || eitherSign) this.#growingLeft[relation] = (this.#growingLeft[relation] ?? 0) + by;
      if (!onLeft || eitherSign) this.#growingRight[relation] = (this.#growingRight[relation] ?? 0) + by;
    }
  }

  #judge(relation: number): void {
    const difference = this.#differences[relation] ?? 0;
    const holds =
      isMet(this.table.comparisons[relation] ?? 0, difference) ||
      (difference < 0 ? this.#growingLeft : this.#growingRight)[relation] !== 0;
    this.#mark(relation, !holds);
  }

  #mark(relation: number, broken: boolean): void {
    const is = Number(broken);
    this.#brokenCount += is - (this.#broken[relation] ?? 0);
    this.#broken[relation] = is;
  }

  #rebuild(): void {
    this.#differences.fill(0);
    this.#growingLeft.fill(0);
    this.#growingRight.fill(0);
    const { readers, readerSigns, readerStarts, relations } = this.table;
    for (let cell = 0; cell < this.row.values.length; cell += 1) {
      if (isUnknown(this.row.states[cell])) this.#countUnknown(cell, 1);
      if (this.row.states[cell] !== cellState.number) continue;
      for (let at = readerStarts[cell] ?? 0; at < (readerStarts[cell + 1] ?? 0); at += 1) {
        const relation = readers[at] ?? 0;
        const signed = (this.row.values[cell] ?? 0) * (readerSigns[at] ?? 0);
        this.#differences[relation] = (this.#differences[relation] ?? 0) + signed;
      }
    }
    for (let relation = 0; relation < relations.length; relation += 1) {
      if (this.#largeCells === 0) this.#judge(relation);
      else this.#mark(relation, !canHold(this.table, this.row, relation));
    }
  }
}
