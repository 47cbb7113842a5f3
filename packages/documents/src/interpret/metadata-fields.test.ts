import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import { noFacts, readFields } from './metadata-fields.ts';

describe('readFields', () => {
  it.each([
    [
      '索 引 号：YX0210-0301-2024-0004 发布机构：云溪县水利局 发布日期：2024-01-17',
      { indexNumber: 'YX0210-0301-2024-0004', publisher: '云溪县水利局', publishedOn: '2024-01-17' },
    ],
    ['索引号/文号：云水〔2024〕3号 主题分类：年度报告', { indexNumber: '云水〔2024〕3号' }],
    ['成文日期：2024年1月12日 公开日期：2024年1月17日', { writtenOn: '2024-01-12', publishedOn: '2024-01-17' }],
    ['来源：云溪县政府网 发文机关：云溪县水利局', { origin: '云溪县政府网', publisher: '云溪县水利局' }],
    ['索引号：无 生成日期： 点击数：18', {}],
  ])('reads “%s”', async (line, facts) => {
    expect(readFields(line)).toEqual({ ...noFacts, ...facts });
  });
});

const page = (head: string): string =>
  `<body><div>首页</div>${head}<h1>2023年政府信息公开工作年度报告</h1><p>本报告统计期限为2023年1月1日至12月31日。</p><p>一、总体情况</p><p>公开信息152条。</p><p>六、其他需要报告的事项</p><p>无。</p></body>`;

const table = (...rows: readonly string[][]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

describe('what a page says of the report above its text', () => {
  it.each([
    [
      'in a table of labels and values',
      table(
        ['索 引 号', 'YX03/2024-00012', '主题分类', '年度报告'],
        ['发布机构', '云溪县水利局', '成文日期', '2024-01-12'],
        ['名&nbsp;&nbsp;称', '年度报告', '发布日期', '2024-01-17'],
      ),
    ],
    [
      'in a table of cells with both',
      table(
        ['索引号：YX03/2024-00012', '发布机构：云溪县水利局'],
        ['生成日期：2024年01月12日', '发布日期：2024年01月17日'],
      ),
    ],
    [
      'in a list of terms',
      '<dl><dt>索引号</dt><dd>YX03/2024-00012</dd><dt>发布机构</dt><dd>云溪县水利局</dd><dt>成文日期</dt><dd>2024年1月12日</dd><dt>发布日期</dt><dd>2024年1月17日</dd></dl>',
    ],
  ])('is read %s', async (_, head) => {
    const result = await readReport(new TextEncoder().encode(page(head)), { fileName: 'report.html' });
    expect(result.ok && result.report).toMatchObject({
      agency: '云溪县水利局',
      indexNumber: 'YX03/2024-00012',
      writtenOn: '2024-01-12',
      publishedOn: '2024-01-17',
      preface: [{ kind: 'paragraph', text: '本报告统计期限为2023年1月1日至12月31日。' }],
    });
  });

  it('is read where the table stands between title and text', async () => {
    const below = page('').replace(
      '</h1>',
      `</h1>${table(['索引号', 'YX03/2024-00013'], ['发布机构', '云溪县水利局'])}`,
    );
    const result = await readReport(new TextEncoder().encode(below), { fileName: 'report.html' });
    expect(result.ok && result.report).toMatchObject({
      indexNumber: 'YX03/2024-00013',
      preface: [{ kind: 'paragraph' }],
    });
  });
});
