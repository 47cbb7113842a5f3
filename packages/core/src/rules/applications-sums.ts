import { keysAt } from '../formats/keys-at.ts';
import { columnLabel, rowLabel } from '../formats/place-labels.ts';
import type { LinearRule } from './rule.ts';

/** The rows of 表三 that are not results: what came in, the sum of the results, and what stays open. */
const rowsBesideResults = ['received', 'carriedIn', 'processedTotal', 'carriedOut'];

/** Rules 1 to 3: the sums of 表三. */
export const applicationsSums: readonly LinearRule[] = [
  {
    kind: 'linear',
    id: 'T3-BALANCE',
    number: 1,
    severity: 'error',
    regradable: false,
    basis: '表三所印勾稽关系：第一项加第二项之和，等于第三项加第四项之和（国办公开办函〔2019〕60号、〔2021〕30号）',
    needs: [],
    title: { zh: '收到与办理不平衡', en: 'Applications in and out do not balance' },
    message: {
      zh: '“{column}”列：第一项＋第二项＝{left}，第三项（七）总计＋第四项＝{right}，相差{gap}。',
      en: 'Column “{column}”: received + carried in = {left}, processed + carried out = {right}, a difference of {gap}.',
    },
    instruction: {
      zh: '请对照申请台账核对本列的新收、上年结转、办理结果总计和结转下年度四个数。',
      en: 'Check the four figures of this column (received, carried in, processed, carried out) against the register.',
    },
    relations(format) {
      const table = format.tables[1];
      return table.columns.map(({ key }) => ({
        instance: key,
        left: keysAt(format, { table: 't3', rows: ['received', 'carriedIn'], columns: [key] }),
        comparison: '=',
        right: keysAt(format, { table: 't3', rows: ['processedTotal', 'carriedOut'], columns: [key] }),
        values: { column: columnLabel(table, key) },
      }));
    },
  },
  {
    kind: 'linear',
    id: 'T3-PROCESSED-SUM',
    number: 2,
    severity: 'error',
    regradable: true,
    basis: '表三第三项“（七）总计”为（一）至（六）各项之和（国办公开办函〔2019〕60号、〔2021〕30号）',
    needs: [],
    title: { zh: '办理结果总计与各项之和不符', en: 'Processed total is not the sum of the results' },
    message: {
      zh: '“{column}”列：第三项（七）总计＝{left}，（一）至（六）各项之和＝{right}，相差{gap}。',
      en: 'Column “{column}”: processed total = {left}, the results add up to {right}, a difference of {gap}.',
    },
    instruction: {
      zh: '请核对本列各办理结果；部分公开（区分处理）的申请只计“部分公开”一项，其他情形不再计。',
      en: 'Check the results of this column; an application granted in part counts as “partial” and nowhere else.',
    },
    relations(format) {
      const table = format.tables[1];
      const results = table.rows.map(({ key }) => key).filter((key) => !rowsBesideResults.includes(key));
      return table.columns.map(({ key }) => ({
        instance: key,
        left: keysAt(format, { table: 't3', rows: ['processedTotal'], columns: [key] }),
        comparison: '=',
        right: keysAt(format, { table: 't3', rows: results, columns: [key] }),
        values: { column: columnLabel(table, key) },
      }));
    },
  },
  {
    kind: 'linear',
    id: 'T3-ROW-TOTAL',
    number: 3,
    severity: 'error',
    regradable: true,
    basis: '表三“总计”列为自然人与法人或其他组织各列之和（国办公开办函〔2019〕60号、〔2021〕30号）',
    needs: [],
    title: { zh: '行总计与各列之和不符', en: 'Row total is not the sum of its columns' },
    message: {
      zh: '“{row}”行：总计＝{left}，各类申请人之和＝{right}，相差{gap}。',
      en: 'Row “{row}”: total = {left}, the applicants add up to {right}, a difference of {gap}.',
    },
    instruction: {
      zh: '请核对本行自然人和五类法人或其他组织的数，再核对总计。',
      en: 'Check the figures for natural persons and the five kinds of organisation in this row, then the total.',
    },
    relations(format) {
      const table = format.tables[1];
      const applicants = table.columns.map(({ key }) => key).filter((key) => key !== 'total');
      return table.rows.map(({ key }) => ({
        instance: key,
        left: keysAt(format, { table: 't3', rows: [key], columns: ['total'] }),
        comparison: '=',
        right: keysAt(format, { table: 't3', rows: [key], columns: applicants }),
        values: { row: rowLabel(table, key) },
      }));
    },
  },
];
