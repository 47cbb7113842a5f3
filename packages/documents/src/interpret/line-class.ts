import { textsOf } from '../drawn/pieces.ts';
import type { LabelMatch } from '../labels/match-label.ts';
import { matchLabel, splitRunTogether } from '../labels/match-label.ts';
import type { SourceCell, SourceLine } from '../source/source.ts';
import { isValueText } from './cell-value.ts';

/** What a line is to a statutory table: its labels, its figures, a piece of a label, or nothing of it. */
export type LineClass = 'blank' | 'label' | 'value' | 'fragment' | 'text';

export interface ClassifiedLine {
  readonly line: SourceLine;
  readonly cells: readonly SourceCell[];
  readonly kind: LineClass;
  /** True for labels that occur in statutory tables only, so that a table may begin with them. */
  readonly specific: boolean;
}

const isLabel = (match: LabelMatch | null): match is LabelMatch => match !== null && match.kind !== 'fragment';
const common = new Set([
  '其他',
  '总计',
  '公开',
  '合计',
  '结果',
  '行政复议',
  '行政诉讼',
  '规章',
  '行政许可',
  '行政处罚',
]);

/**
 * Cells of a line whose words are set apart by single spaces only: taken as cells where every word is a label or a
 * figure, or where figures follow a row's label.
 */
function splitAtSpaces(line: SourceLine): readonly SourceCell[] {
  const text = line.text;
  if (line.cells.length !== 1 || text.length > 160 || !/\s/.test(text) || isLabel(matchLabel(text))) return line.cells;
  const words = text.split(/\s+/);
  let labelEnd = words.length;
  while (labelEnd > 0 && isValueText(words[labelEnd - 1] ?? '')) labelEnd -= 1;
  const label = words.slice(0, labelEnd).join(' ');
  if (labelEnd < words.length && isLabel(matchLabel(label))) return cellsOf([label, ...words.slice(labelEnd)], line);
  return words.every((word) => isValueText(word) || matchLabel(word) !== null || word.length <= 1)
    ? cellsOf(words, line)
    : line.cells;
}

function cellsOf(words: readonly string[], line: SourceLine): SourceCell[] {
  let from = 0;
  return words.map((word, at): SourceCell => {
    const found = line.text.indexOf(word, from);
    from = Math.max(found, from) + word.length;
    return { text: word, line: line.line, column: line.column + Math.max(found, 0), start: at, end: at + 1 };
  });
}

/**
 * The cells of a drawn line whose gaps are narrow, since its label and figures fill their cells: a known label, or the
 * beginning of one, with nothing but figures behind it. Null for any other line.
 */
function cellsByCloserGaps(line: SourceLine): readonly SourceCell[] | null {
  if (line.drawn === null || !/[\d/—–-]$/.test(line.text)) return null;
  const words = textsOf(line.drawn);
  const [label, ...figures] = words;
  const isRow = label !== undefined && figures.length > 0 && isLabel(matchLabel(label)) && figures.every(isValueText);
  return isRow ? cellsOf(words, line) : null;
}

function classOf(cells: readonly SourceCell[]): Pick<ClassifiedLine, 'kind' | 'specific'> {
  let labels = 0;
  let values = 0;
  let fragments = 0;
  let others = 0;
  let specific = false;
  for (const { text } of cells) {
    if (text === '') continue;
    const match = matchLabel(text);
    if (isLabel(match)) {
      labels += 1;
      if (!common.has(match.key)) specific = true;
    } else if (match !== null) fragments += 1;
    else if (isValueText(text)) values += 1;
    else if (splitRunTogether(text) !== null) labels += 1;
    else if (text.length > 1) others += 1;
  }
  if (labels > 0 && labels + values + fragments >= others) return { kind: 'label', specific };
  if (values > 0 && others <= (values > 2 ? 1 : 0)) return { kind: 'value', specific: false };
  if (fragments > 0 && others === 0) return { kind: 'fragment', specific: false };
  return { kind: others === 0 && labels + values + fragments === 0 ? 'blank' : 'text', specific: false };
}

/** Sorts a line by what it can be in a statutory table. */
export function classifyLine(line: SourceLine): ClassifiedLine {
  if (line.text === '' && !line.cellLine) return { line, cells: line.cells, kind: 'blank', specific: false };
  const cells = splitAtSpaces(line);
  const told = classOf(cells);
  const closer = told.kind === 'text' ? cellsByCloserGaps(line) : null;
  return closer === null ? { line, cells, ...told } : { line, cells: closer, ...classOf(closer) };
}
