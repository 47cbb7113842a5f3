import type { Finding } from '@nianbao/core';
import type { Archive } from '../archive/archive.ts';
import { carriers } from '../carried/carriers.ts';
import { carriedInCustomXml } from '../carried/custom-xml.ts';
import { isTidyHead } from '../csv/tidy-csv.ts';
import { readingFinding } from '../findings/reading-finding.ts';
import { SheetLines } from '../sheet/sheet-lines.ts';
import type { PartStart, Source, SourceItem } from '../source/source.ts';
import { noMetadata } from '../source/source.ts';
import { readTree } from '../xml/tree.ts';
import { numberStylesOf } from './number-styles.ts';
import type { ReadSheet, SheetContext } from './read-sheet.ts';
import { columnName, readSheet } from './read-sheet.ts';
import { isBesideReport, isOfTable, isOwnSheet, isTextSheet, readTextSheet } from './read-text-sheet.ts';
import type { SeenSheet } from './seen-workbook.ts';
import { seenInWorkbook } from './seen-workbook.ts';
import { readSharedStrings } from './shared-strings.ts';
import type { Workbook } from './workbook.ts';
import { readWorkbook } from './workbook.ts';

const mostSheets = 300;

/** The report in the sheet that carries it, as text: the cells of its first column make it up. */
function carriedIn({ rows }: ReadSheet): string | null {
  const text = rows.map(({ cells }) => (cells[0]?.column === 1 ? cells[0].text : '')).join('');
  return text === '' ? null : text;
}

/** Whether a sheet is the plain data beside the sheets in the official layout: the same figures again, one a row. */
const isData = ({ rows }: ReadSheet): boolean => isTidyHead(rows[0]?.cells.map((cell) => cell.text) ?? []);

function withoutValueFinding(sheet: ReadSheet, from: number): Finding | null {
  const [first] = sheet.withoutValue;
  if (first === undefined) return null;
  const found = sheet.withoutValue.slice(0, 8).map(({ row, column }) => `${columnName(column)}${row}`);
  return readingFinding(
    'READ-FORMULA-NO-VALUE',
    { line: from + first.row - 1, column: first.column, text: found[0] ?? '' },
    {
      values: {
        count: sheet.withoutValue.length,
        found: sheet.withoutValue.length > found.length ? [...found, '…'] : found,
      },
    },
  );
}

/** What the cells of a workbook's sheets refer to. */
export function sheetContextOf(archive: Archive, workbook: Workbook): SheetContext {
  const partOf = (name: string | null): Uint8Array | null => (name === null ? null : archive.part(name));
  const strings = partOf(workbook.sharedStrings);
  const styles = partOf(workbook.styles);
  return {
    sharedStrings: strings === null ? [] : readSharedStrings(strings),
    styles: numberStylesOf(styles === null ? null : readTree(styles)),
    from1904: workbook.from1904,
  };
}

interface NamedSheet {
  readonly name: string;
  readonly sheet: ReadSheet;
}

/**
 * Reads a workbook: each sheet that is shown is a part, its rows are lines and its cells stand in its columns. In a
 * workbook of this project the text comes first, and what stands beside the report is passed over. Throws
 * DocumentRefused where the workbook is not sound.
 */
export function readXlsx(archive: Archive): { readonly source: Source; readonly findings: readonly Finding[] } {
  const workbook = readWorkbook(archive);
  const context = sheetContextOf(archive, workbook);
  const shown: NamedSheet[] = [];
  const seen: SeenSheet[] = [];
  let carried = carriedInCustomXml(archive);
  for (const { name, hidden, part } of workbook.sheets.slice(0, mostSheets)) {
    const isCarrier = name === carriers.hiddenSheet;
    const isNeeded = isCarrier ? carried === null || !hidden : !hidden || isOwnSheet(name);
    const bytes = isNeeded ? archive.part(part) : null;
    if (bytes === null) continue;
    const sheet = readSheet(bytes, context);
    if (!isCarrier) seen.push({ name, part, bytes });
    if (isCarrier) carried ??= carriedIn(sheet);
    else if (!hidden && !isData(sheet)) shown.push({ name, sheet });
  }
  const isOwn = shown.some(({ sheet }) => isTextSheet(sheet));
  const lines = new SheetLines();
  const text: SourceItem[] = [];
  const parts: PartStart[] = [];
  const findings: Finding[] = [];
  let from = 1;
  for (const { name, sheet } of shown) {
    if (isOwn && isBesideReport(name)) continue;
    parts.push({ from, part: { kind: 'sheet', name } });
    const finding = withoutValueFinding(sheet, from);
    if (finding !== null) findings.push(finding);
    const start = from;
    const lineOf = (row: number) => start + row - 1;
    if (isTextSheet(sheet)) for (const item of readTextSheet(sheet, lineOf)) text.push(item);
    else lines.add(sheet, lineOf);
    from += sheet.rows.at(-1)?.row ?? 1;
  }
  const items = [...text, ...(isOwn ? lines.lines.filter(isOfTable) : lines.lines)];
  const source = {
    ...{ items, parts, carried, mainParts: [], metadata: noMetadata, wrapWidth: null },
    seen: carried === null ? null : seenInWorkbook(archive, seen, context),
  };
  return { source, findings };
}
