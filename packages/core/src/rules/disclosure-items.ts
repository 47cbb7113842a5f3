import { keysAt } from '../formats/keys-at.ts';
import type { LinearRule } from './rule.ts';

/** Rule 8: a decrease cannot be larger than what there was (2019 format only). */
export const disclosureItems: LinearRule = {
  kind: 'linear',
  id: 'T2-ITEMS-NEGATIVE',
  number: 8,
  severity: 'error',
  regradable: true,
  basis: '2019年格式表二“上一年项目数量”“本年增/减”的含义（国办公开办函〔2019〕60号）',
  needs: [],
  title: { zh: '减少数大于上一年项目数量', en: 'More items dropped than there were' },
  message: {
    zh: '“{row}”：上一年项目数量＋本年增/减＝{actual}，项目数量不能小于0。',
    en: '“{row}”: items of the year before + change = {actual}; a number of items cannot be below 0.',
  },
  instruction: {
    zh: '请核对上一年项目数量和本年增减数；增加填正数，减少填负数。',
    en: 'Check both figures; an increase is entered as a positive number, a decrease as a negative one.',
  },
  relations(format) {
    const rows = format.tables[0].bands.flatMap((band) => band.rows);
    return rows.flatMap(({ key, label }) => {
      const left = keysAt(format, { table: 't2', rows: [key], columns: ['priorYearItems', 'change'] });
      return left.length === 2
        ? [{ instance: key, left, comparison: '>=' as const, right: [], values: { row: label } }]
        : [];
    });
  },
};
