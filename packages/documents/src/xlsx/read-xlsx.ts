import type { Finding } from '@nianbao/core';
import type { Archive } from '../archive/archive.ts';
import { carriers } from '../carried/carriers.ts';
import { carriedInCustomXml } from '../carried/custom-xml.ts';
import { readingFinding } from '../findings/reading-finding.ts';
import { SheetLines } from '../sheet/sheet-lines.ts';
import type { PartStart, Source } from '../source/source.ts';
import { noMetadata } from '../source/source.ts';
import { readTree } from '../xml/tree.ts';
import { numberStylesOf } from './number-styles.ts';
import type { ReadSheet, SheetContext } from './read-sheet.ts';
import { columnName, readSheet } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readWorkbook } from './workbook.ts';

const mostSheets = 300;

/** The report in the sheet that carries it, as text: the cells of its first column make it up. */
function carriedIn({ rows }: ReadSheet): string | null {
  const text = rows.map(({ cells }) => (cells[0]?.column === 1 ? cells[0].text : '')).join('');
  return text === '' ? null : text;
}

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
        found: found.join('、') + (sheet.withoutValue.length > found.length ? '…' : ''),
      },
    },
  );
}

/**
 * Reads a workbook: each sheet that is shown is a part, its rows are lines and its cells stand in its columns. Throws
 * DocumentRefused where the workbook is not sound.
 */
export function readXlsx(archive: Archive): { readonly source: Source; readonly findings: readonly Finding[] } {
  const workbook = readWorkbook(archive);
  const partOf = (name: string | null): Uint8Array | null => (name === null ? null : archive.part(name));
  const strings = partOf(workbook.sharedStrings);
  const styles = partOf(workbook.styles);
  const context: SheetContext = {
    sharedStrings: strings === null ? [] : readSharedStrings(strings),
    styles: numberStylesOf(styles === null ? null : readTree(styles)),
    from1904: workbook.from1904,
  };
  const lines = new SheetLines();
  const parts: PartStart[] = [];
  const findings: Finding[] = [];
  let carried = carriedInCustomXml(archive);
  let from = 1;
  for (const { name, hidden, part } of workbook.sheets.slice(0, mostSheets)) {
    const isCarrier = name === carriers.hiddenSheet;
    const bytes = hidden && !(isCarrier && carried === null) ? null : partOf(part);
    if (bytes === null) continue;
    const sheet = readSheet(bytes, context);
    if (isCarrier) carried ??= carriedIn(sheet);
    if (hidden || isCarrier) continue;
    parts.push({ from, part: { kind: 'sheet', name } });
    const finding = withoutValueFinding(sheet, from);
    if (finding !== null) findings.push(finding);
    const start = from;
    lines.add(sheet.rows, sheet.merged, (row) => start + row - 1);
    from += sheet.rows.at(-1)?.row ?? 1;
  }
  return {
    source: { items: lines.lines, parts, carried, mainParts: [], metadata: noMetadata, wrapWidth: null },
    findings,
  };
}
