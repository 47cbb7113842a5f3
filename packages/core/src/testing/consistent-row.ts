import type { FigureRow } from '../figures/figure-row.ts';
import { blankRow, cellState, setFigure } from '../figures/figure-row.ts';
import type { Format } from '../formats/format.ts';

/** Gives a whole number from 0 to `maximum`, in whatever way the caller likes: drawn, counted, or made to shrink. */
export type Draw = (maximum: number) => number;

/** Reads and writes cells of a row by the parts of their key. */
class RowWriter {
  readonly row: FigureRow;

  constructor(format: Format) {
    this.row = blankRow(format);
  }

  index(key: string): number {
    const index = this.row.format.indexOf.get(key);
    if (index === undefined) throw new RangeError(`format ${this.row.format.id} has no cell ${key}`);
    return index;
  }

  get(key: string): number {
    return this.row.values[this.index(key)] ?? 0;
  }

  set(key: string, value: number): number {
    setFigure(this.row, this.index(key), { state: cellState.number, value });
    return value;
  }

  sum(keys: readonly string[]): number {
    return keys.reduce((sum, key) => sum + this.get(key), 0);
  }
}

function fillDisclosure(to: RowWriter, format: Format, draw: Draw): void {
  const any = Number.MAX_SAFE_INTEGER;
  for (const cell of format.cells) if (cell.table === 't2') to.set(cell.key, draw(any));
  for (const row of ['regulations', 'normativeDocuments']) {
    if (format.id === '2019') {
      to.set(`t2.${row}.disclosed`, draw(to.get(`t2.${row}.made`)));
      to.set(`t2.${row}.totalDisclosed`, to.get(`t2.${row}.disclosed`) + draw(any));
    } else {
      to.set(`t2.${row}.issued`, draw(to.get(`t2.${row}.inForce`) + to.get(`t2.${row}.repealed`)));
    }
  }
  for (const cell of format.cells) {
    if (cell.kind === 'change') to.set(cell.key, draw(any) - draw(to.get(`t2.${cell.row}.priorYearItems`)));
  }
}

function fillApplications(to: RowWriter, format: Format, draw: Draw): void {
  const table = format.tables[1];
  const applicants = table.columns.map(({ key }) => key).filter((key) => key !== 'total');
  const beside = ['received', 'carriedIn', 'processedTotal', 'carriedOut'];
  const results = table.rows.map(({ key }) => key).filter((key) => !beside.includes(key));
  for (const column of applicants) {
    for (const row of [...results, 'carriedOut']) to.set(`t3.${row}.${column}`, draw(Number.MAX_SAFE_INTEGER));
    const processed = to.sum(results.map((row) => `t3.${row}.${column}`));
    to.set(`t3.processedTotal.${column}`, processed);
    const handled = processed + to.get(`t3.carriedOut.${column}`);
    const carriedIn = to.set(`t3.carriedIn.${column}`, draw(handled));
    to.set(`t3.received.${column}`, handled - carriedIn);
  }
  for (const { key: row } of table.rows) {
    to.set(`t3.${row}.total`, to.sum(applicants.map((column) => `t3.${row}.${column}`)));
  }
}

function fillDisputes(to: RowWriter, format: Format, draw: Draw): void {
  const table = format.tables[2];
  const outcomes = table.columns.map(({ key }) => key).filter((key) => key !== 'total');
  for (const { key: group } of table.groups) {
    for (const outcome of outcomes) to.set(`t4.${group}.${outcome}`, draw(Number.MAX_SAFE_INTEGER));
    to.set(`t4.${group}.total`, to.sum(outcomes.map((outcome) => `t4.${group}.${outcome}`)));
  }
}

/** A complete row in which every rule of arithmetic holds: the free figures are drawn, the others follow from them. */
export function consistentRow(format: Format, draw: Draw): FigureRow {
  const to = new RowWriter(format);
  fillDisclosure(to, format, draw);
  fillApplications(to, format, draw);
  fillDisputes(to, format, draw);
  return to.row;
}
