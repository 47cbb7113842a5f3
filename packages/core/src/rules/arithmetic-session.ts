import type { CellState, FigureRow } from '../figures/figure-row.ts';
import { cellState, setFigure } from '../figures/figure-row.ts';
import type { ArithmeticTable } from './arithmetic-table.ts';
import { arithmeticTable, comparisonCode } from './arithmetic-table.ts';
import { canHold, isUnknown } from './relation.ts';

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
  /**
   * For every relation the number of reasons why its left side may stand below, and above, its right side: the
   * comparison itself, and each cell whose unknown figure could make up for it.
   */
  #mayBeBelow: Uint16Array;
  #mayBeAbove: Uint16Array;
  #broken: Uint8Array;
  #brokenCount = 0;
  #holdsLarge = false;

  constructor(row: FigureRow) {
    this.row = row;
    this.table = arithmeticTable(row.format);
    const count = this.table.relations.length;
    this.#differences = new Float64Array(count);
    this.#mayBeBelow = new Uint16Array(count);
    this.#mayBeAbove = new Uint16Array(count);
    this.#broken = new Uint8Array(count);
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
    const { row, table } = this;
    const oldValue = row.values[cell] ?? 0;
    const oldState = row.states[cell];
    setFigure(row, cell, { state, value });
    const newValue = row.values[cell] ?? 0;
    if (this.#holdsLarge || Math.abs(newValue) > largestRunning) {
      this.#rebuild();
      return;
    }
    if (state !== oldState) this.#countUnknown(cell, Number(isUnknown(state)) - Number(isUnknown(oldState)));
    const { readers, readerSigns, readerStarts } = table;
    const differences = this.#differences;
    const delta = newValue - oldValue;
    const end = readerStarts[cell + 1] ?? 0;
    for (let at = readerStarts[cell] ?? 0; at < end; at += 1) {
      const relation = readers[at] ?? 0;
      const difference = (differences[relation] ?? 0) + delta * (readerSigns[at] ?? 0);
      differences[relation] = difference;
      this.#mark(relation, !this.#holds(relation, difference));
    }
  }

  #countUnknown(cell: number, by: number): void {
    const { readers, readerSigns, readerStarts, format } = this.table;
    const eitherSign = format.cells[cell]?.kind === 'change';
    for (let at = readerStarts[cell] ?? 0; at < (readerStarts[cell + 1] ?? 0); at += 1) {
      const relation = readers[at] ?? 0;
      const onLeft = readerSigns[at] === 1;
      if (onLeft || eitherSign) this.#mayBeBelow[relation] = (this.#mayBeBelow[relation] ?? 0) + by;
      if (!onLeft || eitherSign) this.#mayBeAbove[relation] = (this.#mayBeAbove[relation] ?? 0) + by;
    }
  }

  #holds(relation: number, difference: number): boolean {
    if (difference === 0) return true;
    return difference < 0 ? this.#mayBeBelow[relation] !== 0 : this.#mayBeAbove[relation] !== 0;
  }

  #mark(relation: number, broken: boolean): void {
    const is = Number(broken);
    this.#brokenCount += is - (this.#broken[relation] ?? 0);
    this.#broken[relation] = is;
  }

  #rebuild(): void {
    this.#holdsLarge = this.row.values.some((value) => Math.abs(value) > largestRunning);
    this.#differences.fill(0);
    const { readers, readerSigns, readerStarts, comparisons } = this.table;
    for (let relation = 0; relation < comparisons.length; relation += 1) {
      this.#mayBeBelow[relation] = Number(comparisons[relation] === comparisonCode['<=']);
      this.#mayBeAbove[relation] = Number(comparisons[relation] === comparisonCode['>=']);
    }
    for (let cell = 0; cell < this.row.values.length; cell += 1) {
      if (isUnknown(this.row.states[cell])) this.#countUnknown(cell, 1);
      if (this.row.states[cell] !== cellState.number) continue;
      for (let at = readerStarts[cell] ?? 0; at < (readerStarts[cell + 1] ?? 0); at += 1) {
        const relation = readers[at] ?? 0;
        const signed = (this.row.values[cell] ?? 0) * (readerSigns[at] ?? 0);
        this.#differences[relation] = (this.#differences[relation] ?? 0) + signed;
      }
    }
    for (let relation = 0; relation < comparisons.length; relation += 1) {
      const holds = this.#holdsLarge
        ? canHold(this.table, this.row, relation)
        : this.#holds(relation, this.#differences[relation] ?? 0);
      this.#mark(relation, !holds);
    }
  }
}
