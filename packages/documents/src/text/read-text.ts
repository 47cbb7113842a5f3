import type { Source, SourceCell, SourceLine } from '../source/source.ts';
import { noMetadata, plainLine } from '../source/source.ts';
import type { BarStyle } from './bars.ts';
import { barStyle, barsOnly, hasBar, isSeparatorRow, splitAt, withoutEndBars } from './bars.ts';
import { splitAtGaps } from './gaps.ts';
import { isPageNumber } from './page-numbers.ts';
import { displayWidth } from './width.ts';
import { wrapWidth } from './wrap-width.ts';

const gap = /\S[^\S\u3000]{2,}\S/;
const blankCell = (line: number): SourceCell => ({ text: '', line, column: 1, start: 0, end: 1 });

function cellLine(text: string, line: number, column: number): SourceLine {
  const base = plainLine(text, line, column);
  return { ...base, cells: text === '' ? [blankCell(line)] : base.cells, cellLine: true };
}

function markedLine(line: SourceLine, raw: string, mark: 'bar' | 'framingBar' | 'tab'): SourceLine {
  return { ...line, cells: splitAt(raw, mark, line.line), cellsBy: 'marks' };
}

function readLine(raw: string, line: number, bars: BarStyle): SourceLine[] {
  const text = raw.trim();
  const lead = raw.slice(0, raw.length - raw.trimStart().length);
  const plain: SourceLine = { ...plainLine(text, line, lead.length + 1), indent: displayWidth(lead) };
  if (hasBar(raw)) {
    if (bars === 'rows' || bars === 'framedRows') {
      return isSeparatorRow(raw) ? [] : [markedLine(plain, raw, bars === 'rows' ? 'bar' : 'framingBar')];
    }
    if (bars === 'ended') {
      const count = barsOnly(raw);
      if (count > 1) return [{ ...cellLine('', line, 1), cells: [] }];
      if (count === 1) return [cellLine('', line, 1)];
      return [cellLine(withoutEndBars(text), line, plain.column)];
    }
  }
  if (raw.includes('\t') && text !== '') return [markedLine(plain, raw, 'tab')];
  if (gap.test(raw)) return [{ ...plain, cells: splitAtGaps(raw, line), cellsBy: 'gaps' }];
  return [plain];
}

/** Cells set apart by a bar on a line of its own: the bar itself goes, two bars in a row hold a blank cell. */
function readBetweenBars(raws: readonly string[]): SourceLine[] {
  const lines: SourceLine[] = [];
  let afterBar = false;
  for (const [at, raw] of raws.entries()) {
    if (barsOnly(raw) > 0) {
      if (afterBar) lines.push(cellLine('', at + 1, 1));
      afterBar = true;
    } else {
      const read = readLine(raw, at + 1, 'none');
      const text = raw.trim();
      lines.push(...(afterBar && text !== '' ? [cellLine(text, at + 1, 1)] : read));
      if (text !== '') afterBar = false;
    }
  }
  return lines;
}

/** Takes page numbers out; what empty lines stood around one become a single line that says a page ended here. */
function withoutPageNumbers(lines: readonly SourceLine[]): SourceLine[] {
  if (!lines.some((line) => isPageNumber(line.text))) return [...lines];
  const kept: SourceLine[] = [];
  let skipping = false;
  for (const line of lines) {
    if (isPageNumber(line.text)) {
      while (kept.at(-1)?.text === '' && kept.at(-1)?.cellLine === false) kept.pop();
      kept.push({ ...plainLine('', line.line, 1), pageEnd: true });
      skipping = true;
    } else if (!skipping || line.text !== '' || line.cellLine) {
      kept.push(line);
      skipping = false;
    }
  }
  return kept;
}

/** Reads plain text in every layout in which converters and copy and paste leave a report. */
export function readText(text: string): Source {
  const raws = text.split(/\r\n|[\n\r\f\v\u2028\u2029\u0085]/);
  const bars = barStyle(raws);
  const lines = bars === 'between' ? readBetweenBars(raws) : raws.flatMap((raw, at) => readLine(raw, at + 1, bars));
  return {
    items: withoutPageNumbers(lines),
    parts: [],
    carried: null,
    mainParts: [],
    metadata: noMetadata,
    wrapWidth: wrapWidth(raws),
    seen: null,
  };
}
