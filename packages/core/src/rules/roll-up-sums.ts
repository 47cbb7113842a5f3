import { rowFromFacts } from '../figures/facts.ts';
import { knownFigure } from '../figures/known-figure.ts';
import type { Locale } from '../findings/message.ts';
import type { Cell, Format } from '../formats/format.ts';
import { cellLabel } from '../formats/place-labels.ts';
import type { GroupSums } from '../roll-up/roll-up-rows.ts';
import { cellSum, packRows, rollUpRows } from '../roll-up/roll-up-rows.ts';
import { exactDifference } from './prior-report.ts';
import type { CheckInput, Failure, Member, PredicateRule } from './rule.ts';

const oneGroup = Int32Array.of(-1);

interface MemberSums {
  readonly sums: GroupSums;
  readonly count: number;
  /** Names of the members that are not in the sum. */
  readonly missing: readonly string[];
}

function addUp(members: readonly Member[], format: Format): MemberSums {
  const rows = members.flatMap(({ report }) =>
    report?.format === format.id ? [{ row: rowFromFacts(format, report.facts), group: 0 }] : [],
  );
  const missing = members.filter(({ report }) => report?.format !== format.id).map(({ name }) => name);
  return { sums: rollUpRows(packRows(format, rows), oneGroup), count: rows.length, missing };
}

const known = new WeakMap<readonly Member[], Map<Format, MemberSums>>();

/** The members' figures added up, once for a list of members however often the report above them changes. */
function sumsOf(members: readonly Member[], format: Format): MemberSums {
  const byFormat = known.get(members) ?? new Map<Format, MemberSums>();
  known.set(members, byFormat);
  const sums = byFormat.get(format) ?? addUp(members, format);
  byFormat.set(format, sums);
  return sums;
}

const longestList = 10;

/** The missing members as a message ends with them; of many, the first and how many there are. */
function missingText(names: readonly string[], locale: Locale): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, longestList).join(locale === 'zh' ? '、' : ', ');
  const all = names.length > longestList;
  if (locale === 'zh') return `（尚缺：${shown}${all ? `等${names.length}个` : ''}）`;
  return ` (missing: ${shown}${all ? ` and others, ${names.length} in all` : ''})`;
}

/**
 * Cells of a roll-up that its members' figures contradict. While a member is missing, or has a cell without a figure,
 * the sum is an “at least”: then only a smaller figure is wrong.
 */
function* contradicted(input: CheckInput, cells: readonly Cell[]): Iterable<Failure> {
  if (input.members === null) return;
  const { sums, count, missing } = sumsOf(input.members, input.format);
  if (count === 0) return;
  for (const cell of cells) {
    const actual = knownFigure(input.report.facts, cell.key);
    if (actual === null) continue;
    const { value: expected, blank, unreadable } = cellSum(sums, 0, cell);
    const complete = missing.length === 0 && blank + unreadable === 0;
    const holds = complete ? actual === expected : actual >= expected || cell.kind === 'change';
    if (holds) continue;
    yield {
      instance: cell.key,
      severity: missing.length === 0 ? 'error' : 'warning',
      cells: [cell.key],
      expected,
      actual,
      difference: exactDifference(cell.kind, actual, expected),
      values: {
        cell: cellLabel(cell),
        count,
        atLeast: complete ? '' : '≥',
        gap: Math.abs(exactDifference(cell.kind, actual, expected)),
        missing: missingText(missing, 'zh'),
        missingEn: missingText(missing, 'en'),
      },
      repair: complete && sums.exact ? { cell: cell.key, value: expected } : null,
    };
  }
}

const isCarriedIn = ({ table, row }: Cell) => table === 't3' && row === 'carriedIn';
const summedCells = (format: Format) => format.cells.filter((cell) => !isCarriedIn(cell));
const carriedInCells = (format: Format) => format.cells.filter(isCarriedIn);

const shared = {
  kind: 'predicate',
  severity: 'error',
  regradable: true,
  basis: '条例第四十九条第二款：政府的年度报告汇总本级机关和下级政府的数据（国办公开办函〔2021〕30号）',
  needs: ['members'],
  message: {
    zh: '“{cell}”：本级报告＝{actual}，已汇总的{count}个成员之和{atLeast}{expected}，相差{gap}{missing}。',
    en: '“{cell}”: {actual} here; the {count} members summed give {atLeast}{expected}, a difference of {gap}{missingEn}.',
  },
  instruction: {
    zh: '请打开汇总明细核对各成员的数据；有缺报的先催报，有误报的退回更正。',
    en: 'Open the sum and check its members; ask for missing reports, return wrong ones.',
  },
  readsText: false,
} as const satisfies Partial<PredicateRule>;

/** Rule 18: every figure of a government’s report is that of its own office and all its members together. */
export const rollUpSum: PredicateRule = {
  ...shared,
  id: 'ROLL-UP-SUM',
  number: 18,
  title: { zh: '汇总数与成员之和不符', en: 'Roll-up is not the sum of its members' },
  cells: (format) => summedCells(format).map(({ key }) => key),
  check: (input) => contradicted(input, summedCells(input.format)),
};

/** Rule 19: the same for what was carried in, which a change of members between two years breaks first. */
export const rollUpCarriedIn: PredicateRule = {
  ...shared,
  id: 'ROLL-UP-CARRIED-IN',
  number: 19,
  title: { zh: '汇总的上年结转与成员之和不符', en: 'Carried in is not the sum of its members' },
  cells: (format) => carriedInCells(format).map(({ key }) => key),
  check: (input) => contradicted(input, carriedInCells(input.format)),
};
