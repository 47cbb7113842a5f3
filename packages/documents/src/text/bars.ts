import type { SourceCell } from '../source/source.ts';

/**
 * How a text uses bars: a row with bars between its cells on each line, or before its first cell as well; a cell on each
 * line, ended by a bar; a bar on a line of its own between cells; or not at all.
 */
export type BarStyle = 'rows' | 'framedRows' | 'ended' | 'between' | 'none';

const anyBar = /[|｜│┃]/;
const bar = /[|｜│┃]/g;
const endedLine = /^\s*[^|｜│┃\s][^|｜│┃]*[|｜│┃]+\s*$/;
const framedLine = /^\s*[|｜│┃].*[^|｜│┃\s]/;
const barsAlone = /^\s*[|｜│┃]+\s*$/;
const separatorRow = /^\s*[|｜]?(?:\s*:?-{2,}:?\s*[|｜])+\s*(?::?-{2,}:?\s*)?$/;

export function barStyle(lines: readonly string[]): BarStyle {
  let rows = 0;
  let ended = 0;
  let alone = 0;
  let framed = 0;
  for (const line of lines) {
    if (!anyBar.test(line)) continue;
    if (framedLine.test(line)) framed += 1;
    if (barsAlone.test(line)) alone += 1;
    else if (endedLine.test(line)) ended += 1;
    else rows += 1;
  }
  if (rows > 0 && rows * 3 >= ended) return framed * 2 > rows ? 'framedRows' : 'rows';
  if (ended >= 2) return 'ended';
  return alone >= 4 ? 'between' : 'none';
}

/** True for the line of dashes that Markdown sets under a table's head. */
export const isSeparatorRow = (line: string): boolean => line.length < 1000 && separatorRow.test(line);

export const hasBar = (line: string): boolean => anyBar.test(line);

/** Number of bars on a line that has nothing else, or 0. */
export const barsOnly = (line: string): number => (barsAlone.test(line) ? (line.match(bar)?.length ?? 0) : 0);

/** A line without the bars at its end. */
export function withoutEndBars(line: string): string {
  let end = line.length;
  while (end > 0 && anyBar.test(line[end - 1] ?? '')) end -= 1;
  return line.slice(0, end).trimEnd();
}

/** The parts of a line between marks, each a cell whose grid column is its position among them. */
export function splitAt(line: string, mark: 'bar' | 'framingBar' | 'tab', lineNumber: number): SourceCell[] {
  const parts = mark === 'tab' ? line.split('\t') : line.split(bar);
  const opens = mark === 'framingBar' && parts[0]?.trim() === '';
  const closes = mark !== 'tab' && parts.length > 1 && parts.at(-1)?.trim() === '';
  let offset = opens ? (parts[0]?.length ?? 0) + 1 : 0;
  return parts.slice(opens ? 1 : 0, closes ? -1 : undefined).map((part, at): SourceCell => {
    const text = part.trim();
    const column = offset + (text === '' ? 0 : part.indexOf(text)) + 1;
    offset += part.length + 1;
    return { text, line: lineNumber, column, start: at, end: at + 1 };
  });
}
