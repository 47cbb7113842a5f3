import type { Cell, CellValue, Finding, Format } from '@nianbao/core';
import { cellSchema, formats } from '@nianbao/core';
import { readingFinding } from '../findings/reading-finding.ts';
import type { ReadFigure, ReadReport } from '../read-result.ts';
import type { CsvRecord } from './read-csv.ts';

/** The columns of this project's own CSV that reading goes by; each line of it holds one cell of a report. */
const needed = ['agency', 'year', 'format', 'cell', 'state', 'value'] as const;
const optional = ['agency_id', 'version', 'unreadable_text'] as const;
type Column = (typeof needed)[number] | (typeof optional)[number];

interface TidyLine {
  readonly line: number;
  readonly field: (column: Column) => string;
  /** Where a column stands among the fields, from 1. */
  readonly placeOf: (column: Column) => number;
  readonly fields: readonly string[];
}

/** Programs write an apostrophe before a text that a spreadsheet would otherwise run as a formula. */
const withoutGuard = (text: string): string => text.replace(/^'(?=[=+\-@])/, '');

const plainNumber = /^-?\d{1,16}(?:\.\d{1,8})?$/;

/** The lines of a tidy file by the names of its columns, or null for any other file. */
function tidyLines([head, ...rest]: readonly CsvRecord[]): TidyLine[] | null {
  const columns = head?.fields.map((name) => name.toLowerCase()) ?? [];
  if (!isTidyHead(columns)) return null;
  return rest
    .filter(({ fields }) => fields.some((text) => text !== ''))
    .map(({ fields, line }) => ({
      line,
      fields,
      field: (column) => withoutGuard(fields[columns.indexOf(column)] ?? ''),
      placeOf: (column) => columns.indexOf(column) + 1,
    }));
}

/** Whether these are the names of such a file's columns. */
export function isTidyHead(names: readonly string[]): boolean {
  return needed.every((name) => names.includes(name));
}

/** Whether a text begins with the column names of such a file. */
export function looksTidy(text: string): boolean {
  const [head = ''] = text.slice(0, 1000).split(/\r?\n/, 1);
  return isTidyHead(head.replace(/^\ufeff/, '').split(/[,;\t]/));
}

/** What a line says of its cell; undefined where it says it in no way that is known. */
function valueIn({ field }: TidyLine, cell: Cell): CellValue | undefined {
  switch (field('state')) {
    case 'blank':
      return null;
    case 'not_applicable':
      return '/';
    case 'unreadable':
      return { unreadable: field('unreadable_text').slice(0, 2000) };
    case 'number': {
      const text = field('value');
      const number = plainNumber.test(text) ? Number(text) : Number.NaN;
      return cellSchema(cell).safeParse(number).success ? number : { unreadable: text.slice(0, 200) };
    }
    default:
      return undefined;
  }
}

/** The column in which a line says what its cell holds. */
function columnOf(value: CellValue, { field }: TidyLine): Column {
  if (value === '/') return 'state';
  return field('state') === 'unreadable' ? 'unreadable_text' : 'value';
}

/** The lines of the first report in the file, and the line at which another one begins. */
function firstReport(lines: readonly TidyLine[]): { readonly mine: TidyLine[]; readonly other: TidyLine | null } {
  const keyOf = ({ field }: TidyLine): string =>
    [field('agency_id'), field('agency'), field('year'), field('version'), field('format')].join('\n');
  const [first] = lines;
  const key = first === undefined ? '' : keyOf(first);
  return {
    mine: lines.filter((line) => keyOf(line) === key),
    other: lines.find((line) => keyOf(line) !== key) ?? null,
  };
}

class FactReader {
  readonly facts: Record<string, CellValue> = {};
  readonly figures = new Map<string, ReadFigure>();
  readonly findings: Finding[] = [];
  readonly #cells: ReadonlyMap<string, Cell>;

  constructor(format: Format) {
    this.#cells = new Map(format.cells.map((cell) => [cell.key, cell]));
  }

  read(line: TidyLine): void {
    const key = line.field('cell');
    const cell = this.#cells.get(key);
    const value = cell === undefined ? undefined : valueIn(line, cell);
    const spot = { line: line.line, column: 1, text: key };
    if (cell === undefined || value === undefined) {
      this.findings.push(readingFinding('READ-CELL-UNKNOWN', spot, { actual: key }));
      return;
    }
    if (cell.key in this.facts) return;
    this.facts[cell.key] = value;
    if (value === null) return;
    const text = typeof value === 'object' ? value.unreadable : String(value);
    const place = { part: null, line: line.line, column: line.placeOf(columnOf(value, line)) };
    this.figures.set(cell.key, { cell: cell.key, value, text, ...place, confidence: 1, doubts: [] });
    if (typeof value === 'object') {
      const label = cell.labels.slice(-2).join(' ');
      const facts = { cells: [cell.key], actual: text, values: { label } };
      this.findings.push(readingFinding('READ-CELL-UNREADABLE', { ...spot, text }, facts));
    }
  }
}

/**
 * Reads this project's own CSV: one line for each cell, with its key and state, so that nothing needs to be understood.
 * The file holds no text, so that the report has none. Null for any other file.
 */
export function readTidyCsv(records: readonly CsvRecord[]): ReadReport | null {
  const { mine, other } = firstReport(tidyLines(records) ?? []);
  const [first] = mine;
  const format = formats.find(({ id }) => id === first?.field('format'));
  if (first === undefined || format === undefined) return null;
  const reader = new FactReader(format);
  for (const line of mine) reader.read(line);
  const agency = first.field('agency').slice(0, 200);
  const year = Number(first.field('year'));
  if (other !== null) {
    const spot = { line: other.line, column: 1, text: `${other.field('agency')} ${other.field('year')}` };
    reader.findings.push(readingFinding('READ-SECOND-REPORT', spot));
  }
  return {
    ok: true,
    report: {
      agency: agency === '' ? null : agency,
      year: Number.isInteger(year) && year >= 2008 && year <= 2100 ? year : null,
      format: format.id,
      title: '',
      publishedOn: null,
      writtenOn: null,
      indexNumber: null,
      contact: null,
      preface: [],
      sections: [],
      facts: reader.facts,
    },
    figures: reader.figures,
    blanks: new Map(),
    pairs: [],
    findings: reader.findings,
    localRows: [],
    parts: [],
    lines: mine.map(({ line, fields }) => ({
      ...{ part: null, line },
      cells: fields.map((text, at) => ({ text, line, column: at + 1 })),
    })),
    copy: { kind: 'none' },
    blockLines: { title: 1, preface: [], sections: [] },
    missing: format.cells.map(({ key }) => key).filter((key) => !(key in reader.facts)),
  };
}
