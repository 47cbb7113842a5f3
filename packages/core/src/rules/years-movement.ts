import { knownFigure } from '../figures/known-figure.ts';
import type { Cell, CellKind, Format } from '../formats/format.ts';
import { cellLabel } from '../formats/place-labels.ts';
import { priorReport } from './prior-report.ts';
import type { Failure, PredicateRule } from './rule.ts';

/** The larger of two figures must come to this before their ratio says anything; money in 万元. */
const smallestTelling: Readonly<Record<CellKind, number>> = {
  count: 100,
  change: Number.POSITIVE_INFINITY,
  money: 100,
};

/** Figures that sum up others, or that rightly stay as they were; they say nothing of their own about a year. */
const derivedOrStanding = new Set(['total', 'inForce', 'totalDisclosed', 'priorYearItems', 'change']);
const notOfTheYear = new Set(['processedTotal', 'carriedIn']);

/**
 * Digits that non-zero figures must have in all before their repetition can't be chance: a small organ's “1 received,
 * 1 granted” comes back by itself.
 */
const tellingDigits = 6;

function isWatched({ table, row, column }: Cell): boolean {
  if (table === 't3') return row === 'received' && column === 'total';
  return table === 't2' ? column !== 'change' : column === 'total';
}

const inBoth = (format: Format, prior: Format): readonly Cell[] =>
  format.cells.filter(({ key }) => prior.indexOf.has(key));

/**
 * Rule 16, movement: a figure that is many times last year's, or a fraction of it. Watched are the figures of 表二, the
 * applications received and the cases of 表四. Zero on either side is no ratio, and small figures move by chance. Cells
 * that changed their meaning between the formats have different keys and are not compared.
 */
export const yearJump: PredicateRule = {
  kind: 'predicate',
  id: 'YEAR-JUMP',
  number: 16,
  severity: 'warning',
  regradable: true,
  basis: '与上一年度报告比较的合理性审核（实践做法，倍数由地区设定）',
  needs: ['prior'],
  title: { zh: '数据较上年变动过大', en: 'A figure moved far from last year’s' },
  message: {
    zh: '“{cell}”：本年{actual}，上年{expected}，相差超过{ratio}倍。',
    en: '“{cell}”: {actual} this year, {expected} last year, more than {ratio} times apart.',
  },
  instruction: {
    zh: '请核对是否多填、少填或者用错单位；确属实际变化的，请写明情况说明。',
    en: 'Check for a digit too many or too few and for the unit; if it is real, explain why.',
  },
  cells: (format) => format.cells.filter(isWatched).map(({ key }) => key),
  readsText: false,
  *check(input): Iterable<Failure> {
    const prior = priorReport(input);
    if (prior === null) return;
    const { jumpRatio } = input.settings;
    for (const cell of inBoth(input.format, prior.format).filter(isWatched)) {
      const actual = knownFigure(input.report.facts, cell.key);
      const expected = knownFigure(prior.report.facts, cell.key);
      if (actual === null || expected === null || actual <= 0 || expected <= 0) continue;
      const larger = Math.max(actual, expected);
      if (larger < smallestTelling[cell.kind] || larger <= jumpRatio * Math.min(actual, expected)) continue;
      const values = { cell: cellLabel(cell), ratio: jumpRatio };
      yield { instance: cell.key, cells: [cell.key], expected, actual, values };
    }
  },
};

const digits = (figure: number) => Math.trunc(Math.abs(figure)).toString().length;

/** Rule 16, repetition: every figure of the year stands as it stood last year. */
export const yearRepeated: PredicateRule = {
  kind: 'predicate',
  id: 'YEAR-REPEATED',
  number: 16,
  severity: 'warning',
  regradable: true,
  basis: '与上一年度报告比较的合理性审核（实践做法）',
  needs: ['prior'],
  title: { zh: '各项数据与上年完全相同', en: 'All figures equal last year’s' },
  message: {
    zh: '全部{count}个非零数据都与上一年度报告相同，疑为沿用上年报告。',
    en: 'All {count} figures other than 0 equal those of last year’s report, as if it had been reused.',
  },
  instruction: {
    zh: '请对照本年台账逐项核对；确实相同的，请写明情况说明。',
    en: 'Check every figure against this year’s records; if they are indeed the same, explain it.',
  },
  cells: (format) => format.cells.map(({ key }) => key),
  readsText: false,
  *check(input): Iterable<Failure> {
    const prior = priorReport(input);
    if (prior === null || prior.format.id !== input.format.id) return;
    const ofTheYear = input.format.cells.filter(
      ({ row, column }) => !derivedOrStanding.has(column) && !notOfTheYear.has(row),
    );
    const filled: Cell[] = [];
    let evidence = 0;
    for (const cell of ofTheYear) {
      const figure = knownFigure(input.report.facts, cell.key);
      if (figure !== knownFigure(prior.report.facts, cell.key)) return;
      if (figure === null || figure === 0) continue;
      filled.push(cell);
      evidence += digits(figure);
    }
    if (evidence < tellingDigits) return;
    yield { cells: filled.map(({ key }) => key), values: { count: filled.length } };
  },
};
