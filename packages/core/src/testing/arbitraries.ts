import fc from 'fast-check';
import type { CellValue } from '../figures/facts.ts';
import { factsFromRow } from '../figures/facts.ts';
import type { FigureRow } from '../figures/figure-row.ts';
import { unscaleFigure } from '../figures/figure-row.ts';
import type { Cell, Format } from '../formats/format.ts';
import { formats } from '../formats/formats.ts';
import type { Report } from '../report/report.ts';
import { emptyReport } from '../report/report.ts';
import { consistentRow } from './consistent-row.ts';

export const anyFormat: fc.Arbitrary<Format> = fc.constantFrom(...formats);

/** No sum of a table has more than 256 free figures, so sums of such figures stay safe integers. */
const largestFree = Math.floor(Number.MAX_SAFE_INTEGER / 512);

/** Figures as reports have them: mostly nothing, often a few, sometimes more than any body ever counted. */
const free = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.nat({ max: 30 }) },
  { weight: 2, arbitrary: fc.nat({ max: 20_000_000 }) },
  { weight: 1, arbitrary: fc.nat({ max: largestFree }) },
);

/** A counterexample prints its figures that are not 0 rather than the whole format. */
function readable(row: FigureRow): FigureRow {
  const print = () => {
    const filled = Object.entries(factsFromRow(row)).filter(([, value]) => value !== 0);
    return JSON.stringify({ format: row.format.id, ...Object.fromEntries(filled) });
  };
  return Object.defineProperty(row, fc.toStringMethod, { value: print });
}

/** Complete rows of a format in which every rule of arithmetic holds. */
export function consistentRows(format: Format): fc.Arbitrary<FigureRow> {
  return fc.array(free, { minLength: format.cells.length + 20, maxLength: format.cells.length + 20 }).map((figures) => {
    let at = 0;
    const row = consistentRow(format, (maximum) => {
      const figure = figures[at % figures.length] ?? 0;
      at += 1;
      return figure <= maximum ? figure : figure % (maximum + 1);
    });
    return readable(row);
  });
}

/** Reports with such figures and no text, of a year to which their format belongs. */
export function consistentReports(format: Format): fc.Arbitrary<Report> {
  return consistentRows(format).map((row) => ({
    ...emptyReport('青岚镇人民政府', format.reportYears.from, format),
    facts: { ...factsFromRow(row) },
  }));
}

/** Any value that a cell of this kind may hold: numbers of every size, blank, “/”, a text. */
export function cellValues(cell: Cell): fc.Arbitrary<CellValue> {
  const scaled = cell.kind === 'change' ? fc.tuple(free, free).map(([a, b]) => a - b) : free;
  return fc.oneof(
    { weight: 6, arbitrary: scaled.map((value) => unscaleFigure(cell.kind, value)) },
    { weight: 1, arbitrary: fc.maxSafeNat().map((value) => (cell.kind === 'money' ? 0.01 : value)) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant('/' as const) },
    { weight: 1, arbitrary: fc.constant({ unreadable: '约十件' }) },
  );
}
