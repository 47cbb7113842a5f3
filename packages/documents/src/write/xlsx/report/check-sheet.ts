import type { CellKey, TableId } from '@nianbao/core';
import type { CellArea } from '../workbook/cell-place.ts';
import { areaName, sheetPrefix } from '../workbook/cell-place.ts';
import type { SheetCell, SheetLayout } from '../workbook/sheet.ts';
import { numberCell, textCell } from '../workbook/sheet.ts';
import type { SheetWriter } from '../workbook/workbook-writer.ts';
import type { CheckLine } from './check-lines.ts';
import { verdictWords } from './check-lines.ts';
import { heightOf, linesIn } from './row-height.ts';
import { brokenFormula } from './rule-formulas.ts';
import { sheetNames } from './sheet-names.ts';

const comparisons = { '=': '＝', '<=': '≤', '>=': '≥' } as const;
const grades = { error: '错误', warning: '警告', notice: '提示' } as const;

const heads = [
  ['序号', 6],
  ['规则', 26],
  ['不符时的问题', 24],
  ['适用于', 28],
  ['级别', 6],
  ['左边', 16],
  ['左边的数', 10],
  ['关系', 5],
  ['右边', 16],
  ['右边的数', 10],
  ['差额', 9],
  ['左边缺数', 6],
  ['右边缺数', 6],
  ['结果', 8],
  ['依据', 46],
] as const;

const column = (head: (typeof heads)[number][0]): number => heads.findIndex(([name]) => name === head) + 1;
const resultColumn = column('结果');
/** Rows above the first rule: the title, what the results mean, the heads. */
const rowsAbove = 3;

export const checkLayout: SheetLayout = {
  name: sheetNames.checks,
  position: 4,
  shown: 'visible',
  widths: heads.map(([, width]) => width),
  frozen: { rows: rowsAbove, columns: 2 },
  gridLines: false,
  landscape: true,
  fitWidth: true,
  titleRows: rowsAbove,
};

const meaning =
  '本表的数和结果都是公式，改动表二、表三、表四的数字后自动重算。相符：等式或大小关系成立；不符：无论空白处填什么都不成立；待定：有空白或无法识别的单元格，填上数字后才能判定。“/”按没有发生处理。';

/** The results of a table, or of all tables, as an area of this sheet. */
export function verdictArea(lines: readonly CheckLine[], table: TableId | null): CellArea {
  const of = (line: CheckLine | undefined) => table === null || line?.table === table;
  const first = lines.findIndex(of);
  const last = lines.findLastIndex(of);
  return {
    from: { row: rowsAbove + 1 + first, column: resultColumn },
    to: { row: rowsAbove + 1 + last, column: resultColumn },
  };
}

/** A formula that counts the broken rules of a table, or of all. */
export const brokenCount = (lines: readonly CheckLine[], table: TableId | null): string =>
  `COUNTIF(${sheetPrefix(sheetNames.checks)}${areaName(verdictArea(lines, table), 'fixed')},"${verdictWords.broken}")`;

export type AreasText = (keys: readonly CellKey[]) => string;

function lineCells(line: CheckLine, row: number, areasText: AreasText): readonly SheetCell[] {
  const { rule, comparison, formulas, now } = line;
  const at = (head: (typeof heads)[number][0]) => `${String.fromCharCode(64 + column(head))}${row}`;
  const computed = (formula: string, result: number): Omit<SheetCell, 'column'> =>
    formula === '0'
      ? { look: 'sum', content: { kind: 'number', value: 0 } }
      : { look: 'sum', content: { kind: 'formula', formula, result } };
  const broken = brokenFormula(comparison, {
    left: at('左边的数'),
    right: at('右边的数'),
    leftMayGrow: at('左边缺数'),
    rightMayGrow: at('右边缺数'),
  });
  const { broken: no, open, holds } = verdictWords;
  const verdict = `IF(${broken},"${no}",IF(${at('左边缺数')}+${at('右边缺数')}>0,"${open}","${holds}"))`;
  const all = line.right.length === 0 && line.about === '';
  return [
    numberCell(column('序号'), 'centred', rule.number),
    textCell(column('规则'), 'value', rule.id),
    textCell(column('不符时的问题'), 'value', rule.title.zh),
    textCell(column('适用于'), 'value', line.about === '' ? `${sheetNames[line.table]}各单元格` : line.about),
    textCell(column('级别'), 'centred', grades[rule.severity]),
    textCell(column('左边'), 'value', all ? '不合要求的格数' : areasText(line.left)),
    { column: column('左边的数'), ...computed(formulas.left, now.left) },
    textCell(column('关系'), 'centred', comparisons[comparison]),
    textCell(column('右边'), 'value', line.right.length === 0 ? '0' : areasText(line.right)),
    { column: column('右边的数'), ...computed(formulas.right, now.right) },
    {
      column: column('差额'),
      ...computed(`${at('左边的数')}-${at('右边的数')}`, now.left - now.right),
    },
    { column: column('左边缺数'), ...computed(formulas.leftMayGrow, now.leftMayGrow) },
    { column: column('右边缺数'), ...computed(formulas.rightMayGrow, now.rightMayGrow) },
    {
      column: resultColumn,
      look: 'centred',
      content: { kind: 'formula', formula: verdict, result: verdictWords[now.verdict] },
    },
    textCell(column('依据'), 'value', rule.basis),
  ];
}

/** Writes the sheet that lists each rule with both sides as live formulas, and what they come to. */
export function writeCheckSheet(sheet: SheetWriter, lines: readonly CheckLine[], areasText: AreasText): void {
  const whole = { from: { row: rowsAbove, column: 1 }, to: { row: rowsAbove + lines.length, column: heads.length } };
  sheet.row({ height: 30, cells: [textCell(1, 'leftTitle', '勾稽关系核对')] });
  sheet.row({ height: 36, cells: [textCell(1, 'note', meaning)] });
  sheet.row({ height: 34, cells: heads.map(([name], at) => textCell(at + 1, 'columnHead', name)) });
  for (const line of lines) {
    const cells = lineCells(line, sheet.rowCount + 1, areasText);
    const lines = cells.map(({ content, column: at }) =>
      content.kind === 'text' ? linesIn(content.text, heads[at - 1]?.[1] ?? 10) : 1,
    );
    sheet.row({ height: heightOf(Math.max(...lines)), cells });
  }
  const results = verdictArea(lines, null);
  const result = `$${String.fromCharCode(64 + resultColumn)}${results.from.row}`;
  const grade = `$${String.fromCharCode(64 + column('级别'))}${results.from.row}`;
  const rows = { from: { row: results.from.row, column: 1 }, to: { row: results.to.row, column: heads.length } };
  const marked = (word: string, isError: string) => `AND(${result}="${word}",${grade}${isError}"${grades.error}")`;
  sheet.end({
    filter: whole,
    merges: [{ from: { row: 2, column: 1 }, to: { row: 2, column: 9 } }],
    formats: [
      { areas: [results], formula: marked(verdictWords.broken, '='), mark: 'errorBroken' },
      { areas: [results], formula: marked(verdictWords.broken, '<>'), mark: 'warningBroken' },
      { areas: [rows], formula: marked(verdictWords.broken, '='), mark: 'errorBeside' },
      { areas: [rows], formula: marked(verdictWords.broken, '<>'), mark: 'warningBeside' },
      { areas: [results], formula: `${result}="${verdictWords.open}"`, mark: 'absent' },
    ],
  });
}
