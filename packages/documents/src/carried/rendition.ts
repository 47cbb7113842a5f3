import type { Report } from '@nianbao/core';
import { openFile } from '../readers.ts';
import type { Seen, SeenPart, ShownFormat } from '../source/seen.ts';
import { writeReport } from '../write/document-formats.ts';
import { dateText } from '../write/document-marks.ts';
import { editions } from '../write/editions.ts';
import type { DataColumn } from '../write/xlsx/report/data-sheet.ts';
import { sheetNames } from '../write/xlsx/report/sheet-names.ts';
import type { CarriedReport, FoundInside } from './carried-report.ts';
import { carry } from './carried-report.ts';
import type { Alteration } from './compare.ts';
import type { SeenAlteration } from './compare-seen.ts';
import { seenAlterations } from './compare-seen.ts';
import { bareText } from './passages.ts';

/** A document of a report as it is written now; null where this machine cannot write it. */
async function written(format: ShownFormat, carried: CarriedReport): Promise<Uint8Array | null> {
  try {
    return await writeReport(format, carried);
  } catch (error) {
    if (error instanceof Error && error.name === 'PdfNotWritten') return null;
    throw error;
  }
}

async function seenIn(bytes: Uint8Array, format: ShownFormat): Promise<Seen | null> {
  const opened = await openFile({ bytes, fileName: `report.${format}` });
  return opened.kind === 'source' ? opened.source.seen : null;
}

/** What was found in the words of a line: what stands before, and both wordings. */
interface ToldWords {
  readonly after: string;
  readonly carried: string;
  readonly shown: string;
}

/** Characters before an alteration of the text by which its line is known. */
const contextLength = 4;

function toldWords(alteration: Alteration): ToldWords[] {
  const { kind, carried, shown } = alteration;
  if (kind === 'text') return [{ after: alteration.after.slice(-contextLength), carried, shown }];
  if (kind !== 'head') return [];
  const text = (value: string) => bareText(alteration.field === 'writtenOn' ? dateText(value) : value);
  return [{ after: '', carried: text(carried), shown: text(shown) }];
}

/** Whether a line differs in just these words; before what begins a line stands the end of another. */
function differsIn(due: string, is: string, { after, carried, shown }: ToldWords): boolean {
  const within = due.includes(after + carried) && is.includes(after + shown);
  return within || (due.startsWith(carried) && is.startsWith(shown));
}

const placeKey = ({ source }: Pick<SeenAlteration, 'source'>): string => JSON.stringify(source);

/** Whether an alteration of the body was told as one of a figure, of the head or of the text. */
function isTold(read: readonly Alteration[]): (alteration: SeenAlteration) => boolean {
  const places = new Set(read.flatMap((one) => (one.kind === 'cell' && one.source !== null ? [placeKey(one)] : [])));
  const words = read.flatMap(toldWords);
  return (alteration) => {
    const { where, carried, shown } = alteration;
    const isOfReport = where.kind === 'body' || (where.kind === 'sheet' && where.name === sheetNames.text);
    if (places.has(placeKey(alteration))) return true;
    const [before, after] = [bareText(carried), bareText(shown)];
    return isOfReport && words.some((told) => differsIn(before, after, told));
  };
}

const cellKeys = ({ parts }: Seen): Set<string> =>
  new Set(
    parts.flatMap(({ where, lines }) =>
      lines.flatMap(({ cells }) => cells.map((cell) => JSON.stringify([where, cell.line, cell.column, cell.text]))),
    ),
  );

/**
 * Whether a cell of a workbook shows what follows from altered figures: sums and rules are formulas, and what they come
 * to is no alteration of its own. The plain data have no formulas.
 */
async function followsFrom(carried: CarriedReport, report: Report): Promise<(alteration: SeenAlteration) => boolean> {
  const bytes = await written('xlsx', carry({ ...carried.report, facts: report.facts }, carried.publication));
  const due = bytes === null ? null : await seenIn(bytes, 'xlsx');
  const keys = due === null ? new Set<string>() : cellKeys(due);
  return ({ where, source, shown }) =>
    where.kind === 'sheet' &&
    where.name !== sheetNames.data &&
    source !== null &&
    keys.has(JSON.stringify([where, source.line, source.column, shown]));
}

const keptColumns: ReadonlySet<string> = new Set<DataColumn>(['cell', 'state', 'value', 'text']);

/** The figures of the plain data by their keys: what no edition of the writer words otherwise. */
function figuresOnly({ format, parts }: Seen): Seen {
  const data = parts.flatMap(({ where, lines }): SeenPart[] => {
    if (where.kind !== 'sheet' || where.name !== sheetNames.data) return [];
    const [heads, ...rows] = lines;
    const kept = new Set(heads?.cells.flatMap(({ text, column }) => (keptColumns.has(text) ? [column] : [])));
    return [
      { where, lines: rows.map((row) => ({ ...row, cells: row.cells.filter(({ column }) => kept.has(column)) })) },
    ];
  });
  return { format, parts: data };
}

/** A document, and what was already found in what was read of it as the report. */
export interface HeldDocument {
  readonly bytes: Uint8Array;
  readonly seen: Seen;
  readonly read: readonly Alteration[];
  readonly report: Report;
}

/**
 * Everything that a person sees in a document otherwise than in one written anew from the report that it carries: the
 * labels of tables, the sheets of a workbook, the edges of pages, title and author. What another edition of the writer
 * wrote is not held against the words of this one; the figures of the plain data are.
 */
export async function alterationsBesides(
  { carried, edition }: Extract<FoundInside, { kind: 'sound' }>,
  { bytes, seen, read, report }: HeldDocument,
): Promise<readonly SeenAlteration[]> {
  const { format } = seen;
  const isOfThisEdition = edition === editions[format];
  if (!isOfThisEdition && format !== 'xlsx') return [];
  const due = await written(format, carried);
  if (due === null || Buffer.compare(due, bytes) === 0) return [];
  const dueSeen = await seenIn(due, format);
  if (dueSeen === null) return [];
  const told = isTold(read);
  const held = (one: Seen) => (isOfThisEdition ? one : figuresOnly(one));
  const found = seenAlterations(held(dueSeen), held(seen)).filter((alteration) => !told(alteration));
  const hasFigures = format === 'xlsx' && read.some(({ kind }) => kind === 'cell');
  if (found.length === 0 || !hasFigures) return found;
  const follows = await followsFrom(carried, report);
  return found.filter((alteration) => !follows(alteration));
}
