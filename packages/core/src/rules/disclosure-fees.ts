import { moneyScale, scaleFigure, unscaleFigure } from '../figures/figure-row.ts';
import type { Repair } from '../findings/finding.ts';
import type { Cell } from '../formats/format.ts';
import { cellLabel } from '../formats/place-labels.ts';
import type { Failure, PredicateRule } from './rule.ts';

/** How many 元 one of the unit is. */
const unitInYuan = new Map([
  ['元', 1],
  ['万元', 10_000],
  ['亿元', 100_000_000],
]);

const amount = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,10})?(元|万元|亿元)$/;

/** What an amount with its unit written out means in a cell counted in 万元; null where it cannot be held exactly. */
function amountRepair(cell: Cell, text: string): Repair | null {
  if (cell.unit !== '万元') return null;
  const match = amount.exec(text.normalize('NFKC').replaceAll(/\s/g, ''));
  const yuan = unitInYuan.get(match?.[3] ?? '');
  if (match === null || yuan === undefined) return null;
  const number = Number(`${match[1]?.replaceAll(',', '')}${match[2] ?? ''}`);
  const scaled = Math.round((number * yuan * moneyScale) / 10_000);
  const value = unscaleFigure('money', scaled);
  return scaleFigure('money', value) === scaled && (value * 10_000) / yuan === number
    ? { cell: cell.key, value }
    : null;
}

/** Rule 7: an amount is a plain number of 0 or more, held to the 分, and the unit stands in the head alone. */
export const disclosureFees: PredicateRule = {
  kind: 'predicate',
  id: 'T2-FEES-DECIMAL',
  number: 7,
  severity: 'error',
  regradable: true,
  basis:
    '表二收费金额栏所注单位“万元”（国办公开办函〔2021〕30号）；2019年格式为采购总金额栏（国办公开办函〔2019〕60号）',
  needs: [],
  title: { zh: '金额不是纯数字', en: 'Amount is not a plain number' },
  message: {
    zh: '“{cell}”填的是“{actual}”，应为不小于0、最多六位小数的数字，不带单位。',
    en: '“{cell}” says “{actual}”; it must be a number of 0 or more with at most six decimals and no unit.',
  },
  instruction: {
    zh: '请按表头的单位（万元）折算后只填数字，例如 251000 元填 25.1。',
    en: 'Convert to the unit of the head (万元) and enter the number alone: 251000 元 is 25.1.',
  },
  cells: (format) => format.cells.filter(({ kind }) => kind === 'money').map(({ key }) => key),
  readsText: false,
  *check({ report, format }): Iterable<Failure> {
    for (const cell of format.cells) {
      if (cell.kind !== 'money') continue;
      const value = report.facts[cell.key];
      const found = { instance: cell.key, cells: [cell.key], values: { cell: cellLabel(cell) } };
      if (typeof value === 'number' && scaleFigure('money', value) === null) yield { ...found, actual: value };
      if (typeof value === 'object' && value !== null) {
        yield { ...found, actual: value.unreadable, repair: amountRepair(cell, value.unreadable) };
      }
    }
  },
};
