import type { CellValue, Facts, Locale } from '@nianbao/core';
import { blankRow, factsFromRow, formatById, formats } from '@nianbao/core';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { brokenIds, findAll, parseHtml } from '../testing/index.ts';
import type { StatutoryTableProps } from './statutory-table.tsx';
import { StatutoryTable } from './statutory-table.tsx';

const drawn = (props: Partial<StatutoryTableProps> & Pick<StatutoryTableProps, 'format' | 'table'>) =>
  parseHtml(renderToString(<StatutoryTable facts={{}} locale="zh" {...props} />));

const format = formatById['2021'];
const [disclosure, applications, disputes] = format.tables;

const cellOf = (page: ReturnType<typeof drawn>, key: string) => findAll(page, 'td', ['data-cell', key]);

describe.each(formats.flatMap((of) => of.tables.map((table) => ({ of, table }))))(
  '$table.id of format $of.id',
  ({ of, table }) => {
    it.each<Locale>(['zh', 'en'])('is HTML in %s whose cells all find their heads', (locale) => {
      const page = drawn({ format: of, table, locale });
      expect(page.errors).toEqual([]);
      expect(brokenIds(page)).toEqual([]);
    });

    it('draws every cell once', () => {
      const keys = drawn({ format: of, table }).elements.flatMap(({ attributes }) => attributes.get('data-cell') ?? []);
      expect(keys).toEqual(of.cells.filter((cell) => cell.table === table.id).map(({ key }) => key));
    });

    it('names every label of a cell among its heads', () => {
      const page = drawn({ format: of, table });
      const heads = new Map(findAll(page, 'th').map(({ attributes, text }) => [attributes.get('id'), text]));
      for (const cell of of.cells.filter((one) => one.table === table.id)) {
        const said = cellOf(page, cell.key)[0]
          ?.attributes.get('headers')
          ?.split(' ')
          .map((id) => heads.get(id));
        expect(said, cell.key).toEqual(expect.arrayContaining([...cell.labels]));
      }
    });
  },
);

it('says the heads of 表三 from the outside in', () => {
  const page = drawn({ format, table: applications });
  const heads = new Map(findAll(page, 'th').map(({ attributes, text }) => [attributes.get('id'), text]));
  const said = cellOf(page, 't3.refused.stateSecret.enterprise')[0]
    ?.attributes.get('headers')
    ?.split(' ')
    .map((id) => heads.get(id));
  expect(said).toEqual([
    '申请人情况',
    '法人或其他组织',
    '商业企业',
    '三、本年度办理结果',
    '（三）不予公开',
    '1.属于国家秘密',
  ]);
});

describe('the states of a cell', () => {
  const key = 't3.received.total';
  const shown = (value: CellValue, locale: Locale = 'zh') =>
    cellOf(drawn({ format, table: applications, locale, facts: { [key]: value } }), key)[0]?.text;

  it.each<[CellValue, string, string]>([
    [0, '0', '0'],
    [12, '12', '12'],
    [1_234_567, '1,234,567', '1,234,567'],
    [null, '— 未填', '— blank'],
    ['/', '/ 不适用', '/ n/a'],
    [{ unreadable: '减4' }, '减4 无法识别', '减4 unreadable'],
  ])('%j reads “%s”', (value, zh, en) => {
    expect(shown(value)).toBe(zh);
    expect(shown(value, 'en')).toBe(en);
  });

  const zeros: Facts = Object.fromEntries(Object.keys(factsFromRow(blankRow(format))).map((cell) => [cell, 0]));

  it('has no legend where every cell is a number', () => {
    expect(findAll(drawn({ format, table: applications, facts: zeros }), 'dl')).toEqual([]);
  });

  it('has a legend of the states that occur, beside the zero that they are not', () => {
    const page = drawn({ format, table: applications, facts: { ...zeros, [key]: null } });
    expect(findAll(page, 'dt').map(({ text }) => text)).toEqual(['0', '— 未填']);
  });
});

it('lets the form draw its own figures and name them by their heads', () => {
  const page = drawn({
    format,
    table: disclosure,
    renderFigure: ({ cell, labelledBy }) => <input name={cell.key} aria-labelledby={labelledBy} />,
  });
  expect(findAll(page, 'input')).toHaveLength(10);
  expect(brokenIds(page)).toEqual([]);
});

it('marks a cell by sign and word, not by colour alone', () => {
  const page = drawn({
    format,
    table: disputes,
    facts: { 't4.review.total': 3 },
    markOf: (cell) => (cell.key === 't4.review.total' ? { severity: 'error' } : null),
  });
  const cell = cellOf(page, 't4.review.total')[0];
  expect(cell?.text).toBe('3错误');
  expect(cell?.attributes.get('data-severity')).toBe('error');
});

it('turns 表四 for narrow screens into a drawing with the same cells and labels', () => {
  const page = drawn({ format, table: disputes, arrangement: 'responsive' });
  expect(brokenIds(page)).toEqual([]);
  for (const cell of format.cells.filter(({ table }) => table === 't4')) expect(cellOf(page, cell.key)).toHaveLength(2);
  const heads = new Map(findAll(page, 'th').map(({ attributes, text }) => [attributes.get('id'), text]));
  const turned = cellOf(page, 't4.litigationDirect.upheld')[1]
    ?.attributes.get('headers')
    ?.split(' ')
    .map((id) => heads.get(id));
  expect(turned).toEqual(['行政诉讼', '未经复议直接起诉', '结果维持']);
});
