import { isValueText, readCell } from '../interpret/cell-value.ts';
import { compact } from '../labels/normalise.ts';
import type { SourceCell, SourceItem, SourceLine } from '../source/source.ts';
import { Outline } from './outline.ts';
import type { PlacedPair } from './pair.ts';
import { countedIn, splitUnit, unitOf } from './units.ts';

const chinese = /[\u4e00-\u9fff]{2}/;
/** The marks by which the national table of 2014 to 2018 says that a row only opens a group. */
const opensGroup = /^[-—–―─]{1,4}$/;
/** The heads of such tables. */
const heads = new Set(
  '统计指标 指标 指标名称 统计项目 项目 名称 单位 计量单位 数值 统计数 统计数据 数量 备注 序号'.split(' '),
);
/** Far more than any report has, so that a file of anything else costs little. */
const mostPairs = 2000;
const mostItems = 20_000;
const longestLabel = 80;
const longestClause = 60;
const endOfClause = /[，,。；;！？：:]/;
const isSentence = /[。；！？]/;
/** What stands before the figure of a sentence and names no indicator: years, adverbs, verbs of counting. */
const opening =
  /^(?:(?:截至|截止)?(?:19|20)\d{2}年(?:度|底)?|(?:全年|本年度?|今年|年内|期间|我[市县区镇乡局办委]|其中|共计?|累计|总计|以及|[和并及、])+|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]、|\d{1,2}[.、．])+/;
const closing = /(?:数量|总数|数|共计?|累计|总计|达到?|为|是|有|了|约|近|\s|[:：])+$/;

/** Gathers the pairs of one text, in order. */
class PairGatherer {
  readonly pairs: PlacedPair[] = [];
  readonly #outline = new Outline();
  /** The label whose figure has not come yet, with the unit that came behind it. */
  #label: SourceCell | null = null;
  #unit: string | null = null;

  /** A row of a table, or lines with one cell each: label, unit where there is one, figure. */
  cells(cells: readonly SourceCell[]): void {
    let labelInRow = false;
    for (const cell of cells) {
      const text = compact(cell.text);
      const unit = unitOf(text);
      if (text === '' || heads.has(text)) continue;
      if (this.#label !== null && unit !== null) this.#unit = unit;
      else if (this.#label !== null && (isValueText(cell.text) || opensGroup.test(text))) this.#figure(cell);
      else if (chinese.test(text) && text.length <= longestLabel) {
        if (this.#label !== null && labelInRow) this.#outline.span(this.#label.text);
        else this.#open();
        this.#label = cell;
        labelInRow = true;
      } else this.#open();
    }
  }

  /** A label that no figure followed opens a group, where its number says so. */
  #open(): void {
    if (this.#label !== null) this.#outline.row(this.#label.text);
    this.#label = null;
    this.#unit = null;
  }

  #figure(cell: SourceCell): void {
    const named = this.#label;
    if (named === null) return;
    const { label, group } = this.#outline.row(named.text);
    const read = readCell(cell.text, 'money', null);
    const stated = splitUnit(label);
    const value = typeof read.value === 'number' ? read.value : cell.text.trim();
    const isGroup = opensGroup.test(compact(cell.text));
    if (!isGroup && this.pairs.length < mostPairs) {
      const unit = this.#unit ?? stated.unit ?? read.unit;
      this.pairs.push({ label: stated.label, value, unit, group, line: cell.line, column: cell.column });
    }
    this.#label = null;
    this.#unit = null;
  }

  endRow(): void {
    this.#open();
  }

  /** The counts of a sentence: each stands in a clause of its own that names what is counted. */
  sentence(line: SourceLine, section: string | null): void {
    let from = 0;
    for (const clause of line.text.split(endOfClause)) {
      const counts = clause.length > longestClause ? [] : countedIn(clause);
      const [only, ...more] = counts;
      if (only !== undefined && more.length === 0 && this.pairs.length < mostPairs) {
        const label = clause.slice(0, only.from).trim().replace(opening, '').replace(closing, '').trim();
        if (chinese.test(label)) {
          const { value, unit } = only;
          const column = line.column + from + only.from;
          this.pairs.push({ label, value, unit, group: section === null ? [] : [section], line: line.line, column });
        }
      }
      from += clause.length + 1;
    }
  }
}

/** A part of a report: its heading, or null before the first, and what stands in it. */
export interface PartOfText {
  readonly heading: Pick<SourceCell, 'text' | 'line' | 'column'> | null;
  readonly items: readonly SourceItem[];
}

/** Whether a line holds one cell of a table rather than text: a unit, a figure, or a short label without a stop. */
function isCellLine(line: SourceLine, next: SourceLine | null): boolean {
  if (line.cellLine || unitOf(line.text) !== null || isValueText(line.text) || opensGroup.test(line.text)) return true;
  if (next === null || line.text.length > longestLabel || isSentence.test(line.text)) return false;
  return unitOf(next.text) !== null || isValueText(next.text);
}

/** The indicators and figures that a report without the official tables states, from its tables and its sentences. */
export function gatherPairs(parts: readonly PartOfText[]): PlacedPair[] {
  const gatherer = new PairGatherer();
  for (const { heading, items } of parts) {
    if (heading !== null) gatherer.cells([{ ...heading, start: 0, end: 1 }]);
    const shown = items.slice(0, mostItems).filter((item) => item.kind !== 'line' || item.text !== '');
    for (const [at, item] of shown.entries()) {
      if (item.kind === 'table') {
        for (const row of item.rows) {
          gatherer.cells(row.cells);
          gatherer.endRow();
        }
      } else if (item.kind === 'line') {
        const after = shown[at + 1];
        const next = after?.kind === 'line' ? after : null;
        if (item.cells.length > 1 || isCellLine(item, next)) gatherer.cells(item.cells);
        else {
          gatherer.endRow();
          gatherer.sentence(item, heading?.text ?? null);
        }
        if (item.cells.length > 1) gatherer.endRow();
      }
    }
    gatherer.endRow();
  }
  return gatherer.pairs;
}
