import { keysAt } from '../formats/keys-at.ts';
import { groupLabel } from '../formats/place-labels.ts';
import type { LinearRule } from './rule.ts';

/** Rule 6: each block of 表四 adds up. */
export const disputesTotal: LinearRule = {
  kind: 'linear',
  id: 'T4-TOTAL',
  number: 6,
  severity: 'error',
  regradable: true,
  basis: '表四“总计”为结果维持、结果纠正、其他结果、尚未审结之和（国办公开办函〔2019〕60号、〔2021〕30号）',
  needs: [],
  title: { zh: '复议、诉讼总计与各项之和不符', en: 'Total of reviews or lawsuits is not the sum of its outcomes' },
  message: {
    zh: '“{group}”：总计＝{left}，结果维持＋结果纠正＋其他结果＋尚未审结＝{right}，相差{gap}。',
    en: '“{group}”: total = {left}, upheld + corrected + other + pending = {right}, a difference of {gap}.',
  },
  instruction: {
    zh: '请对照复议、诉讼台账核对本组五个数；年底未结的计入“尚未审结”。',
    en: 'Check the five figures against the register; cases open on 31 December count as pending.',
  },
  relations(format) {
    const table = format.tables[2];
    const outcomes = table.columns.map(({ key }) => key).filter((key) => key !== 'total');
    return table.groups.map(({ key }) => ({
      instance: key,
      left: keysAt(format, { table: 't4', rows: [key], columns: ['total'] }),
      comparison: '=',
      right: keysAt(format, { table: 't4', rows: [key], columns: outcomes }),
      values: { group: groupLabel(table, key) },
    }));
  },
};
