import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import type { ReadReport } from '../read-result.ts';

async function read(text: string, fileName = 'report.txt'): Promise<ReadReport> {
  const result = await readReport(new TextEncoder().encode(text), { fileName });
  if (!result.ok) throw new Error(result.error.code);
  return result;
}

const said = ({ pairs }: ReadReport) =>
  pairs.map(({ group, label, value, unit }) => [...group, `${label} ${value}${unit ?? ''}`].join(' › '));

const title = '云溪县青岚镇2016年政府信息公开工作年度报告';

/** Rows as the national table of 2014 to 2018 has them: indicator, unit, figure. */
const rows: readonly (readonly string[])[] = [
  ['统计指标', '单位', '统计数'],
  ['一、主动公开情况', '——', '——'],
  ['（一）主动公开政府信息数', '条', '326'],
  ['其中：主动公开规范性文件数', '条', '4'],
  ['（二）通过不同渠道和方式公开政府信息的情况', '——', '——'],
  ['1.政府公报公开政府信息数', '条', '0'],
  ['2.政府网站公开政府信息数', '条', '301'],
  ['三、依申请公开情况', '——', '——'],
  ['（三）申请答复数', '件', '5'],
  ['4.不同意公开答复数', '件', '1'],
  ['其中：1.涉及国家秘密', '件', '0'],
  ['2.涉及商业秘密', '件', '1'],
  ['5.不属于本行政机关公开数', '件', '无'],
  ['四、行政复议数量', '件', '0'],
  ['（一）维持具体行政行为数', '件', '0'],
  ['七、依申请公开信息收取的费用', '万元', '0.35'],
  ['（三）接受培训人员数', '人次', '1,260'],
];

const expected = [
  '主动公开情况 › 主动公开政府信息数 326条',
  '主动公开情况 › 主动公开政府信息数 › 主动公开规范性文件数 4条',
  '主动公开情况 › 通过不同渠道和方式公开政府信息的情况 › 政府公报公开政府信息数 0条',
  '主动公开情况 › 通过不同渠道和方式公开政府信息的情况 › 政府网站公开政府信息数 301条',
  '依申请公开情况 › 申请答复数 5件',
  '依申请公开情况 › 申请答复数 › 不同意公开答复数 1件',
  '依申请公开情况 › 申请答复数 › 不同意公开答复数 › 涉及国家秘密 0件',
  '依申请公开情况 › 申请答复数 › 不同意公开答复数 › 涉及商业秘密 1件',
  '依申请公开情况 › 申请答复数 › 不属于本行政机关公开数 无件',
  '行政复议数量 0件',
  '行政复议数量 › 维持具体行政行为数 0件',
  '依申请公开信息收取的费用 0.35万元',
  '依申请公开信息收取的费用 › 接受培训人员数 1260人次',
];

const layouts: Readonly<Record<string, string>> = {
  bars: `${title}\n${rows.map((row) => row.join(' | ')).join('\n')}`,
  tabs: `${title}\n${rows.map((row) => row.join('\t')).join('\n')}`,
  gaps: `${title}\n${rows.map((row) => row.join('     ')).join('\n')}`,
  'lines of one cell': `${title}\n${rows.flat().join('\n')}`,
  'lines of one cell, set apart': `${title}\n\n${rows.flat().join('\n\n')}`,
  page: `<!doctype html><h1>${title}</h1><table>${rows.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('')}</table>`,
};

describe('a report from before 2019', () => {
  it.each(Object.entries(layouts))('keeps the indicators of its table: %s', async (_, text) => {
    const result = await read(text);
    expect(said(result)).toEqual(expected);
    expect(result.report).toMatchObject({ year: 2016, format: null, facts: {} });
  });

  it('gives each pair its place', async () => {
    const { pairs } = await read(`${title}\n\n${rows.map((row) => row.join(' | ')).join('\n')}`);
    expect(pairs[0]).toMatchObject({ part: null, line: 5, column: 20 });
  });

  it('keeps the counts of its sentences under their section, and no years, dates or numbers of documents', async () => {
    const result = await read(
      [
        title,
        '一、概述',
        '2016年，全镇主动公开政府信息326条，其中通过政府网站公开301条。依据国务院令第492号，自2016年1月1日起统计。',
        '二、依申请公开情况',
        '共收到申请5件；收取检索费120.5元。',
      ].join('\n'),
    );
    expect(said(result)).toEqual([
      '一、概述 › 全镇主动公开政府信息 326条',
      '一、概述 › 通过政府网站公开 301条',
      '二、依申请公开情况 › 收到申请 5件',
      '二、依申请公开情况 › 收取检索费 120.5元',
    ]);
  });

  it('says that its figures were kept and not put into later tables', async () => {
    const result = await read(layouts.bars ?? '');
    expect(result.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['READ-OLD-FORMAT', 'notice']]);
    expect(result.findings[0]).toMatchObject({ actual: 13, place: { kind: 'source', line: 4 } });
  });

  it('leaves its table in the text', async () => {
    const { report } = await read(`${title}\n一、概述\n${rows.map((row) => row.join(' | ')).join('\n')}`);
    expect(report.sections[0]?.blocks).toMatchObject([{ kind: 'table', rows: { length: 17 } }]);
  });

  it('keeps a table of two columns whose labels carry the units, and figures beside each other', async () => {
    const result = await read(
      `${title}\n指标 | 数值 | 指标 | 数值\n主动公开政府信息数（条） | 12 | 收到申请数（件） | 3\n行政诉讼数量 | 0 | 举报投诉数量 | 1`,
    );
    expect(said(result)).toEqual(['主动公开政府信息数 12条', '收到申请数 3件', '行政诉讼数量 0', '举报投诉数量 1']);
  });
});

it('keeps no pairs of a report that has the official tables', async () => {
  const result = await read(
    '云溪县青岚镇2023年政府信息公开工作年度报告\n一、总体情况\n主动公开信息12条。\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容|本年制发件数|本年废止件数|现行有效件数\n规章|0|0|0\n行政规范性文件|1|0|3',
  );
  expect(result.pairs).toEqual([]);
});
