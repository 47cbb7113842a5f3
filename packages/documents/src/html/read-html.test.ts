import { describe, expect, it } from 'vitest';
import type { SourceItem } from '../source/source.ts';
import { readHtml } from './read-html.ts';

const lines = (items: readonly SourceItem[]) => items.flatMap((item) => (item.kind === 'line' ? [item.text] : []));
const tables = (items: readonly SourceItem[]) =>
  items.flatMap((item) => (item.kind === 'table' ? [item.rows.map((row) => row.cells)] : []));

describe('readHtml', () => {
  it('gives each block and each line break a line of its own, and nothing of scripts or hidden parts', () => {
    const { items } = readHtml(
      '<p>一<b>二</b></p><div>三<br>四</div><script>五</script><p style="display: none">六</p><p hidden>七</p>',
    );
    expect(lines(items)).toEqual(['一二', '三', '四']);
  });

  it('joins Chinese text that the source breaks over lines', () => {
    expect(lines(readHtml('<p>政府信息\n   公开 2023\n 年</p>').items)).toEqual(['政府信息公开 2023 年']);
  });

  it('places cells with spans in the grid', () => {
    const { items } = readHtml(
      '<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>',
    );
    const [table] = tables(items);
    expect(table?.map((row) => row.map(({ text, start, end }) => [text, start, end]))).toEqual([
      [
        ['甲', 0, 1],
        ['乙', 1, 3],
      ],
      [
        ['丙', 1, 2],
        ['丁', 2, 3],
      ],
    ]);
  });

  it('keeps the lines of a cell apart', () => {
    expect(
      tables(readHtml('<table><tr><td><p>1</p><p>2</p></td><td>3</td></tr></table>').items)[0]?.[0]?.[0]?.text,
    ).toBe('1\n2');
  });

  it('goes into tables that only lay out the page', () => {
    const { items } = readHtml(
      '<table><tr><td>菜单</td><td><p>正文</p><table><tr><td>规章</td><td>0</td></tr></table></td></tr></table>',
    );
    expect(lines(items)).toEqual(['菜单', '正文']);
    expect(tables(items)).toHaveLength(1);
  });

  it('says where texts and cells stand', () => {
    const html =
      '<html>\n<body>\n<p class="a">甲</p>\n<table><tr><td>乙</td>\n<td style="x:1">\n  丙</td></tr></table>';
    const { items } = readHtml(html);
    const [line] = items;
    expect(line).toMatchObject({ line: 3, column: 14 });
    expect(tables(items)[0]?.[0]).toMatchObject([
      { text: '乙', line: 4, column: 16 },
      { text: '丙', line: 6, column: 3 },
    ]);
  });

  it('reads what the page says of itself', () => {
    const { metadata } = readHtml(
      '<head><title>年报_云溪县</title><meta name="PubDate" content="2024-01-12 09:30"><meta name="SiteName" content="云溪县人民政府"></head>',
    );
    expect(metadata).toMatchObject({ title: '年报_云溪县', publishedOn: '2024-01-12 09:30', site: '云溪县人民政府' });
  });

  it('marks the items of lists', () => {
    const items = readHtml('<ol><li>甲</li><li>乙</li></ol><p>丙</p>').items;
    expect(items.map((item) => (item.kind === 'line' ? item.list?.ordered : null))).toEqual([true, true, undefined]);
  });
});
