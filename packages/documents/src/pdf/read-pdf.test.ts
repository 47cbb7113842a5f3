import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import type { Source, SourceItem } from '../source/source.ts';
import { dashed, drawTable, filled, pageHeight, stroked, textAt, textUnder } from '../testing/pdf-drawing.ts';
import type { PdfParts } from '../testing/pdf-file.ts';
import { chineseFont, packed, pdfOf } from '../testing/pdf-file.ts';
import { readPdf } from './read-pdf.ts';

async function sourceOf(parts: PdfParts): Promise<Source> {
  const opened = await readPdf({ bytes: pdfOf(parts), fileName: 'a.pdf' });
  if (opened.kind !== 'source') throw new Error(opened.kind === 'refused' ? opened.code : opened.kind);
  return opened.source;
}

const drawn = (...content: string[]): Promise<Source> => sourceOf({ pages: [{ content: content.join('') }] });

const textOf = (item: SourceItem): string => (item.kind === 'line' ? item.text : `<${item.kind}>`);
const texts = ({ items }: Source): string[] => items.map(textOf);

/** The cells of the only table, each with its columns where it spans several. */
function tableOf({ items }: Source): string[][] {
  const [table, ...others] = items.filter((item) => item.kind === 'table');
  if (table === undefined || others.length > 0) throw new Error(`tables: ${others.length}`);
  return table.rows.map((row) =>
    row.cells.map(({ text, start, end }) => (end - start === 1 ? text : `${text}@${start}-${end}`)),
  );
}

const sentence = '全年公开信息一百五十二条，其中财政预决算八条，社会救助六十二条，乡村建设八十二条。';
const spanned = {
  top: 200,
  xs: [60, 100, 200, 260, 320],
  heights: [30, 30, 60, 30],
  rows: [
    [
      { lines: ['申请人情况'], columnSpan: 2, rowSpan: 2 },
      { lines: ['法人'], columnSpan: 2 },
    ],
    [{ lines: ['商业', '企业'] }, { lines: ['总计'] }],
    [
      { lines: ['三', '、', '办', '理', '结', '果'], rowSpan: 2 },
      { lines: ['2.其他法律行政', '法规禁止公开'] },
      { lines: ['12'] },
      { lines: ['39857', '58'] },
    ],
    [{ lines: ['重复申请'] }, { lines: [''] }, { lines: ['0'] }],
  ],
};
const spannedCells = [
  ['申请人情况@0-2', '法人@2-4'],
  ['商业企业', '总计'],
  ['三、办理结果', '2.其他法律行政法规禁止公开', '12', '39857\n58'],
  ['重复申请', '', '0'],
];

describe('tables with ruling lines', () => {
  it.each([
    ['stroked lines', stroked],
    ['thin filled boxes', filled],
    ['dashes', dashed],
  ] as const)('are rebuilt from %s, with spans, wrapped labels and labels set downwards', async (_, draw) => {
    expect(tableOf(await drawn(textAt([80, 100], sentence), drawTable({ ...spanned, draw })))).toEqual(spannedCells);
  });

  it('are rebuilt from lines inside a form that is moved and drawn at half its size', async () => {
    const half = { ...spanned, draw: stroked };
    const source = await sourceOf({
      pages: [
        {
          content: `${textAt([80, 100], sentence)}q 0.5 0 0 0.5 20 300 cm /X1 Do Q`,
          resources: '/XObject << /X1 200 0 R >>',
        },
      ],
      objects: {
        200: packed(
          drawTable(half),
          '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 10 10] /Resources << /Font << /F1 3 0 R >> >>',
        ),
      },
    });
    expect(tableOf(source)).toEqual(spannedCells);
  });

  it('are rebuilt on a page that is drawn on its side', async () => {
    const content = `q 0 1 -1 0 842 0 cm ${textAt([80, 100], sentence)}${drawTable(spanned)} Q`;
    expect(tableOf(await sourceOf({ pages: [{ content, size: [842, 595] }] }))).toEqual(spannedCells);
  });

  it('need no line around them', async () => {
    const inner = [stroked([60, 230], [300, 230]), stroked([140, 200], [140, 260]), stroked([220, 200], [220, 260])];
    const cells = [
      ['规章', '1', '2'],
      ['其他', '3', '4'],
    ].flatMap((row, y) => row.map((text, x) => textAt([64 + 80 * x, 220 + 30 * y], text)));
    expect(tableOf(await drawn(textAt([80, 100], sentence), ...inner, ...cells))).toEqual([
      ['规章', '1', '2'],
      ['其他', '3', '4'],
    ]);
  });

  it('take a figure that fills its cell and goes on below as one', async () => {
    const table = {
      top: 200,
      xs: [60, 120, 150],
      heights: [40],
      rows: [[{ lines: ['行政处罚'] }, { lines: ['39857', '58'] }]],
    };
    expect(tableOf(await drawn(textAt([80, 100], sentence), drawTable(table)))).toEqual([['行政处罚', '3985758']]);
  });

  it('are no frames around text, and underlines are no tables', async () => {
    const frame = [
      stroked([50, 80], [550, 80]),
      stroked([50, 400], [550, 400]),
      stroked([50, 80], [50, 400]),
      stroked([550, 80], [550, 400]),
    ];
    const source = await drawn(...frame, textAt([80, 100], sentence), stroked([80, 104], [400, 104]));
    expect(texts(source)).toEqual([sentence]);
  });
});

describe('tables over a page break', () => {
  const head = [{ lines: ['信息内容'] }, { lines: ['本年制发件数'] }];
  const table = (top: number, rows: readonly (readonly { readonly lines: readonly string[] }[])[]) =>
    drawTable({ top, xs: [60, 200, 320], heights: rows.map(() => 30), rows });
  const row = (label: string, figure: string) => [{ lines: [label] }, { lines: [figure] }];
  const foot = (number: number) => textAt([280, 800], `- ${number} -`);

  it('are one table: page numbers go, heads that are drawn again go', async () => {
    const source = await sourceOf({
      pages: [
        { content: textAt([80, 100], sentence) + table(700, [head, row('规章', '1')]) + foot(1) },
        { content: table(60, [head, row('行政规范性文件', '2')]) + textAt([80, 200], sentence) + foot(2) },
      ],
    });
    expect(tableOf(source)).toEqual([
      ['信息内容', '本年制发件数'],
      ['规章', '1'],
      ['行政规范性文件', '2'],
    ]);
    expect(texts(source)).toEqual([sentence, '<table>', sentence]);
  });

  it('put a row together that the break cuts', async () => {
    const source = await sourceOf({
      pages: [
        { content: textAt([80, 100], sentence) + table(700, [head, row('行政规范', '')]) + foot(1) },
        { content: table(60, [row('性文件', '7'), row('规章', '0')]) + foot(2) },
      ],
    });
    expect(tableOf(source).slice(1)).toEqual([
      ['行政规范性文件', '7'],
      ['规章', '0'],
    ]);
  });

  it('keep a page number out of the row in which it was set', async () => {
    const source = await sourceOf({
      pages: [
        {
          content:
            textAt([80, 100], sentence) + table(720, [head, row('规章', '1'), row('', '')]) + textAt([90, 800], '-3-'),
        },
        { content: textAt([80, 100], sentence) + textAt([90, 800], '-4-') },
      ],
    });
    expect(tableOf(source)[2]).toEqual(['', '']);
  });
});

describe('running text', () => {
  const wide = '一二三四五六七八九十'.repeat(4).slice(0, 36);
  const line = (y: number, text: string, indent = 0) => textAt([80 + indent, y], text, 12);

  it('is joined over lines and pages and divided where a line is indented', async () => {
    const read = await readReport(
      pdfOf({
        pages: [
          {
            content:
              line(80, '云溪县青岚镇人民政府', 160) +
              line(100, '2023年政府信息公开工作年度报告', 120) +
              line(130, '一、总体情况', 24) +
              line(150, wide.slice(2), 24) +
              line(170, wide) +
              line(190, '至此为止。') +
              line(210, wide.slice(2), 24),
          },
          {
            content:
              line(80, wide) +
              line(100, '又到此为止。') +
              line(130, '六、其他需要报告的事项', 24) +
              line(150, '无。', 24),
          },
        ],
      }),
      { fileName: 'a.pdf' },
    );
    expect(read).toMatchObject({ ok: true, report: { agency: '云溪县青岚镇人民政府', year: 2023 } });
    expect(read.ok && read.report.sections[0]?.blocks).toEqual([
      { kind: 'paragraph', text: `${wide.slice(2)}${wide}至此为止。` },
      { kind: 'paragraph', text: `${wide.slice(2)}${wide}又到此为止。` },
    ]);
    expect(read.ok && read.parts).toEqual([
      { from: 1, part: { kind: 'page', page: 1 } },
      { from: 8, part: { kind: 'page', page: 2 } },
    ]);
  });

  it('loses page numbers and the heads and feet that run through the pages', async () => {
    const pages = [1, 2, 3].map((number) => ({
      content:
        textAt([200, 40], '云溪县水利局年度报告', 9) +
        textAt([80, 100], `${sentence}之${'甲乙丙'[number - 1]}`) +
        textAt([290, 800], String(number), 9),
    }));
    expect(texts(await sourceOf({ pages }))).toEqual([`${sentence}之甲`, `${sentence}之乙`, `${sentence}之丙`]);
  });

  it('loses the address and the page number that a browser prints at the foot', async () => {
    const pages = [1, 2].map((number) => ({
      content:
        textAt([80, 100], `${sentence}之${'甲乙'[number - 1]}`) +
        textAt([30, 810], 'https://www.example.gov.cn/zwgk/xxgknb/202401/t20240115_123456_article.html?from=list', 8) +
        textAt([560, 810], `${number}/2`, 8),
    }));
    expect(texts(await sourceOf({ pages }))).toEqual([`${sentence}之甲`, `${sentence}之乙`]);
  });

  it('keeps a figure that stands alone at the end of a page', async () => {
    const pages = [7, 31].map((figure) => ({
      content: textAt([80, 100], sentence) + textAt([80, 790], String(figure)),
    }));
    expect(texts(await sourceOf({ pages }))).toEqual([sentence, '7', sentence, '31']);
  });

  it('is laid out in columns where wide gaps divide it', async () => {
    const source = await drawn(textAt([80, 100], sentence), textAt([80, 120], '行政许可'), textAt([300, 120], '41'));
    const cells = source.items[1]?.kind === 'line' ? source.items[1].cells.map((cell) => cell.text) : [];
    expect(cells).toEqual(['行政许可', '41']);
  });
});

describe('text as it is drawn', () => {
  it('is taken once where it is drawn twice to look bold', async () => {
    expect(
      texts(await drawn(textAt([80, 100], sentence), textAt([80.4, 100], sentence), textAt([80, 100.3], sentence))),
    ).toEqual([sentence]);
  });

  it.each([
    ['Kangxi radicals', '⼯作⽂件⻚⻓⺠', '工作文件页长民'],
    ['ligatures and soft hyphens', 'oﬃce\u00ad网', 'office网'],
    ['signs of vertical text', '︵一︶', '（一）'],
    ['angle brackets of another block', '\u2329通知\u232a', '〈通知〉'],
  ])('has %s as they are typed', async (_, given, expected) => {
    expect(texts(await drawn(textAt([80, 100], sentence), textAt([80, 130], given))).at(-1)).toBe(expected);
  });

  it('is read on a page that is turned by its own entry', async () => {
    const matrix = [0, -1, 1, 0, 100, pageHeight - 80];
    const source = await sourceOf({ pages: [{ content: textUnder(matrix, sentence), entries: '/Rotate 270' }] });
    expect(texts(source)).toEqual([sentence]);
  });

  it('is read on a page whose text all runs down or up its side', async () => {
    const lines = [
      textUnder([0, 1, -1, 0, 100, 100], '云溪县水利局2023年政府信息公开工作年度报告'),
      textUnder([0, 1, -1, 0, 130, 100], sentence),
    ];
    expect(texts(await drawn(...lines))).toEqual(['云溪县水利局2023年政府信息公开工作年度报告', sentence]);
  });

  it('stays away where it is outside the page, cut off, or across it as a watermark', async () => {
    const source = await drawn(
      textAt([80, 100], sentence),
      textAt([700, 130], '页外'),
      `q 80 600 50 50 re W n ${textAt([300, 200], '裁去')} Q`,
      textUnder([0.7, 0.7, -0.7, 0.7, 200, 300], '仅供参考'),
    );
    expect(texts(source)).toEqual([sentence]);
  });

  it.each(['UniGB-UCS2-H', 'UniGB-UTF16-H'])('needs no embedded font where its encoding is %s', async (encoding) => {
    const source = await sourceOf({ pages: [{ content: textAt([80, 100], sentence) }], font: chineseFont(encoding) });
    expect(texts(source)).toEqual([sentence]);
  });

  it('is read in GBK', async () => {
    const bytes = iconv.encode(sentence, 'gbk').toString('hex');
    const content = `BT /F1 10 Tf 1 0 0 1 80 700 Tm <${bytes}> Tj ET`;
    expect(texts(await sourceOf({ pages: [{ content }], font: chineseFont('GBK-EUC-H') }))).toEqual([sentence]);
  });

  it('is joined where a font for vertical text sets it downwards', async () => {
    const rows = [[{ lines: [''] }, { lines: ['3'] }]];
    const content =
      textAt([80, 100], sentence) +
      drawTable({ top: 200, xs: [60, 140, 200], heights: [120], rows }) +
      textAt([100, 220], '三、办理结果').replace('/F1', '/F2');
    const source = await sourceOf({
      pages: [{ content, fonts: '/F2 300 0 R' }],
      objects: { 300: { value: chineseFont('UniGB-UCS2-V') } },
    });
    expect(tableOf(source)).toEqual([['三、办理结果', '3']]);
  });

  it('is joined in a cell whose text is turned', async () => {
    const rows = [[{ lines: [''] }, { lines: ['3'] }]];
    const content =
      textAt([80, 100], sentence) +
      drawTable({ top: 200, xs: [60, 140, 200], heights: [120], rows }) +
      textUnder([0, 1, -1, 0, 100, pageHeight - 310], '三、办理') +
      textUnder([0, 1, -1, 0, 115, pageHeight - 310], '结果');
    expect(tableOf(await drawn(content))).toEqual([['三、办理结果', '3']]);
  });
});

describe('what a PDF carries', () => {
  it('gives back the report that is attached to it, and nothing else that is', async () => {
    const attached = (name: string) => ({
      value: `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F 401 0 R >> >>`,
    });
    const parts = (name: string): PdfParts => ({
      pages: [{ content: textAt([80, 100], sentence) }],
      catalog: `/Names << /EmbeddedFiles << /Names [(${name}) 400 0 R] >> >>`,
      objects: { 400: attached(name), 401: packed('{"nianbao":1}', '/Type /EmbeddedFile') },
    });
    expect((await sourceOf(parts('nianbao-report.json'))).carried).toBe('{"nianbao":1}');
    expect((await sourceOf(parts('other.json'))).carried).toBeNull();
  });
});
