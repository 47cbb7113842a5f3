import { describe, expect, it } from 'vitest';
import { readReport } from './read-report.ts';
import type { ReadReport } from './read-result.ts';

async function read(html: string): Promise<ReadReport> {
  const result = await readReport(new TextEncoder().encode(html), { fileName: 'report.html' });
  if (!result.ok) throw new Error(result.error.code);
  return result;
}

const title = '云溪县水利局2023年政府信息公开工作年度报告';
const sections = [
  ['一、总体情况', '公开信息152条。'],
  ['二、主动公开政府信息情况', '见附表。'],
  ['三、收到和处理政府信息公开申请情况', '无申请。'],
  ['四、政府信息公开行政复议、行政诉讼情况', '无。'],
  ['五、存在的主要问题及改进情况', '公开还不够及时。'],
  ['六、其他需要报告的事项', '未收取信息处理费。'],
] as const;
const body = sections.map(([heading, text]) => `<h2>${heading}</h2><p>${text}</p>`).join('');
const signature = '<p>云溪县水利局</p><p>2024年1月12日</p>';

const textsOf = ({ report }: ReadReport) =>
  report.sections.map((section) => section.blocks.map((block) => ('text' in block ? block.text : block.kind)));

describe('what a saved page has around a report', () => {
  it.each([
    '<div>主办：云溪县人民政府 承办：云溪县政务公开办公室</div><div>网站地图 | 联系我们</div><div>某ICP备00000000号</div>',
    '<div><a href="/map">网站地图</a></div><div>某公网安备 00000000000000号</div>',
    '<div>版权所有：云溪县人民政府</div><div>网站标识码：0000000000</div>',
    '<p>【打印本页】【关闭窗口】</p><p>您是第 1024 位访客</p>',
    '<p>上一篇：<a href="1.html">云溪县民政局2023年政府信息公开工作年度报告</a></p><p>下一篇：没有了</p>',
    '<p>相关附件</p><p><a href="a.pdf">报告.pdf</a></p>',
    '<p>访问统计：1024</p><p>今日：3</p>',
    '<p>扫一扫在手机打开当前页</p><img src="code.png" alt="二维码">',
    '<ul><li><a href="/a">政府信息公开指南</a></li><li><a href="/b">政府信息公开年报</a></li></ul>',
    '<footer><p>云溪县人民政府办公室维护</p></footer>',
    '<aside><p>热点专题</p></aside><div role="contentinfo">云溪县人民政府</div>',
    '<script>document.write("访问")</script><style>p{}</style><div class="hidden">隐藏的话</div>',
  ])('is no part of the last section: %s', async (foot) => {
    const result = await read(`<body><h1>${title}</h1>${body}${signature}${foot}</body>`);
    expect(textsOf(result)).toEqual(sections.map(([, text]) => [text]));
    expect(result.report).toMatchObject({ agency: '云溪县水利局', writtenOn: '2024-01-12' });
  });

  it.each([
    '<div><a href="/">首页</a> <a href="/zw">政务公开</a></div>',
    '<ul><li><a href="/a">政府信息公开指南</a></li><li><a href="/b">政府信息公开制度规定汇编（试行）</a></li></ul>',
    '<div><a href="/xx">云溪县召开全县水利工作会议部署春季防汛抗旱</a></div>',
  ])('is no part of the preface: %s', async (menu) => {
    expect((await read(`<body>${menu}<h1>${title}</h1>${menu}<p>现予公布。</p>${body}</body>`)).report.preface).toEqual(
      [{ kind: 'paragraph', text: '现予公布。' }],
    );
  });

  it('keeps a link inside the text', async () => {
    const linked = body.replace('见附表。', '详见<a href="/x">县政府网站</a>。');
    expect(textsOf(await read(`<body><h1>${title}</h1>${linked}</body>`))[1]).toEqual(['详见县政府网站。']);
  });

  it('ends with the part of the page that the markup calls its text', async () => {
    const more =
      '<section><h2>相关数据</h2><p>由表内数据计算。</p><table><tr><td>公开率</td><td>77.8%</td></tr></table></section>';
    const result = await read(
      `<body><main><article><h1>${title}</h1>${body}<footer>${signature}</footer></article>${more}<p>发布日期：2024-01-17</p></main></body>`,
    );
    expect(textsOf(result)).toEqual(sections.map(([, text]) => [text]));
    expect(result.report).toMatchObject({ writtenOn: '2024-01-12', publishedOn: '2024-01-17' });
  });
});

describe('a page of the public site', () => {
  const figure = (value: number) =>
    `<td class="nb-cell"><a class="figure" href="#f"><span class="nb-figure">${value}</span><span class="nb-prior"><span class="nb-visually-hidden">上年 </span><span class="nb-figure">7</span></span></a></td>`;
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const figures = [1, 0, 2, 0, 3, 0, 1, 0, 0, 1, 0, 0, 0, 4, 4];
  const official = `<table><thead><tr><th colspan="5">行政复议</th><th colspan="10">行政诉讼</th></tr><tr>${outcomes
    .map((label) => `<th rowspan="2">${label}</th>`)
    .join('')}<th colspan="5">未经复议直接起诉</th><th colspan="5">复议后起诉</th></tr><tr>${[...outcomes, ...outcomes]
    .map((label) => `<th>${label}</th>`)
    .join('')}</tr></thead><tbody><tr>${figures.map(figure).join('')}</tr></tbody></table>`;
  const turned = `<table><thead><tr><td></td><th>行政复议</th><th>未经复议直接起诉</th><th>复议后起诉</th></tr></thead><tbody>${outcomes
    .map(
      (label, at) => `<tr><th>${label}</th>${[0, 5, 10].map((from) => figure(figures[from + at] ?? 0)).join('')}</tr>`,
    )
    .join('')}</tbody></table>`;
  const page = `<body><header><a href="/">年报</a></header><nav><ol><li><a href="/">首页</a></li></ol></nav><main><nav><h2>目录</h2><ol>${sections
    .map(([heading]) => `<li><a href="#s">${heading}</a></li>`)
    .join(
      '',
    )}</ol></nav><article lang="zh-CN"><header><h1><span>云溪县水利局</span><span>2023年政府信息公开工作年度报告</span></h1><dl><div><dt>索引号</dt><dd>YX03/2024-00012</dd></div><div><dt>发布机构</dt><dd><span>云溪县水利局</span></dd></div><div><dt>成文日期</dt><dd><time>2024年1月12日</time></dd></div><div><dt>发布日期</dt><dd><time>2024年1月19日</time></dd></div><div><dt>版本</dt><dd>第2版</dd></div><div><dt>联系方式</dt><dd><span>联系单位：<span>云溪县水利局办公室</span></span><span>电话：<span>0799-5550231</span></span></dd></div></dl><p class="notice">本报告已更正，当前为第2版。</p><div class="tools nb-screen-only"><ul><li>下载数据：<a href="/x.csv">CSV</a></li></ul></div></header><div><p>现予公布。</p></div>${body.replace('<p>无。</p>', `${official}${turned}<aside><dl><dt>含义</dt><dd>复议机关维持的件数。</dd></dl></aside>`)}<footer>${signature}</footer></article><section><h2>由表内数据计算的比率</h2><table><tr><th>公开率</th><td>77.8%</td></tr></table></section><section><h2>版本与更正</h2><ol><li><p>第2版</p></li></ol></section></main><footer><p>本站照原样刊载。</p></footer></body>`;

  it('is read back as the report that it shows', async () => {
    const { report, findings } = await read(page);
    expect(report).toMatchObject({
      agency: '云溪县水利局',
      title,
      indexNumber: 'YX03/2024-00012',
      writtenOn: '2024-01-12',
      publishedOn: '2024-01-19',
      contact: { name: '云溪县水利局办公室', phones: ['0799-5550231'] },
      preface: [{ kind: 'paragraph', text: '现予公布。' }],
    });
    expect(report.sections.map(({ blocks }) => blocks.length)).toEqual([1, 1, 1, 0, 1, 1]);
    expect(Object.values(report.facts)).toEqual(figures);
    expect(findings.map(({ rule }) => rule)).toEqual(['READ-ROWS-MISSING']);
  });
});
