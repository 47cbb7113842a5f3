import { describe, expect, it } from 'vitest';
import { Archive } from '../archive/archive.ts';
import type { SourceItem, SourceTable } from '../source/source.ts';
import type { WordParts } from '../testing/word.ts';
import { cell, docx, drawTable, paragraph, run, words } from '../testing/word.ts';
import { readDocx } from './read-docx.ts';

const read = (body: string, parts?: WordParts) => readDocx(new Archive(docx(body, parts)));
const itemsOf = (body: string, parts?: WordParts) => read(body, parts).source.items;
const linesOf = (items: readonly SourceItem[]) => items.flatMap((item) => (item.kind === 'line' ? [item.text] : []));
const lines = (body: string, parts?: WordParts) => linesOf(itemsOf(body, parts));
const tables = (body: string) => itemsOf(body).filter((item): item is SourceTable => item.kind === 'table');

const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const lists = (...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
const item = (text: string, at = 0, list = '1'): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

describe('the text of a document', () => {
  it('joins runs, and keeps line breaks, tabs, signs and hyphens', () => {
    const body = paragraph(
      `${run('2023年 ')}<w:r><w:t>公开</w:t><w:br/><w:t>电话</w:t><w:noBreakHyphen/><w:t>1</w:t><w:tab/><w:t>邮箱</w:t></w:r>` +
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
    );
    expect(lines(body)).toEqual(['2023年 公开', '电话-1\t邮箱☑']);
  });

  it('takes links, controls and fields as shown, and nothing of instructions, comments and hidden text', () => {
    const body =
      `<w:p><w:hyperlink r:id="x">${run('网站')}</w:hyperlink>` +
      `<w:sdt><w:sdtContent>${run('地址')}</w:sdtContent></w:sdt>` +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入文字')}</w:sdtContent></w:sdt>` +
      `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType="end"/></w:r>` +
      `<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗文</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>`;
    expect(lines(body)).toEqual(['网站地址']);
  });

  it('counts paragraphs and rows as lines', () => {
    const body =
      words('一') +
      words('') +
      drawTable([
        [
          { text: '甲', columnSpan: 1, rowSpan: 1 },
          { text: '乙', columnSpan: 1, rowSpan: 1 },
        ],
      ]) +
      words('二');
    expect(itemsOf(body).map((one) => one.line)).toEqual([1, 3, 4]);
  });

  it('takes a text box once, and pictures with what they are said to show', () => {
    const box = `<w:txbxContent>${words('框内')}</w:txbxContent>`;
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="表三"/><a:blip r:embed="rId4"/></wp:inline></w:drawing></w:r>';
    const body =
      paragraph(
        `${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ) + paragraph(picture);
    const items = itemsOf(body);
    expect(linesOf(items)).toEqual(['正文', '框内']);
    expect(items.at(-1)).toMatchObject({ kind: 'image', source: 'word/media/image1.png', alt: '表三' });
  });

  it('sets notes behind the paragraph that they belong to, and leaves out the table of contents', () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${words('—')}</w:footnote><w:footnote w:id="2">${words('不含涉密文件。')}</w:footnote>`;
    const body =
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${words('一、总体情况 1')}</w:sdtContent></w:sdt>` +
      paragraph(run('二、其他 2'), '<w:pStyle w:val="10"/>') +
      paragraph(`${run('公开13件')}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
      words('完');
    const styles = '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>';
    expect(lines(body, { footnotes, styles })).toEqual(['公开13件', '不含涉密文件。', '完']);
  });
});

describe('tracked changes', () => {
  const changed = `<w:p>${run('新收')}<w:del>${run('5')}</w:del><w:ins>${run('6')}</w:ins>${run('件')}</w:p>${words('完')}`;

  it('are read as accepted, and said', () => {
    const { source, findings } = read(changed);
    expect(linesOf(source.items)).toEqual(['新收6件', '完']);
    expect(findings).toMatchObject([
      { rule: 'READ-TRACKED-CHANGES', severity: 'warning', place: { line: 1, quote: '新收6件' } },
    ]);
  });

  it('take out deleted and hidden rows, and join paragraphs whose end was deleted', () => {
    const row = (text: string, properties = '') =>
      `<w:tr><w:trPr>${properties}</w:trPr>${cell(words(text))}${cell(words('1'))}</w:tr>`;
    const body = `<w:tbl>${row('规章')}${row('废行', '<w:del/>')}${row('暗行', '<w:hidden/>')}</w:tbl>${paragraph(run('前'), '<w:rPr><w:del/></w:rPr>')}${words('后')}`;
    const { source, findings } = read(body);
    expect(source.items.map((one) => (one.kind === 'table' ? one.rows.length : null))).toEqual([1, null]);
    expect(linesOf(source.items)).toEqual(['前后']);
    expect(findings).toHaveLength(1);
  });
});

describe('automatic numbers', () => {
  it('of headings become part of the text', () => {
    const numbering = lists(level(0, 'chineseCountingThousand', '%1、'), level(1, 'japaneseCounting', '（%2）'));
    const body =
      item('总体情况') + item('主动公开', 1) + item('依申请公开', 1) + item('主动公开政府信息情况') + item('概况', 1);
    expect(lines(body, { numbering })).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '（二）依申请公开',
      '二、主动公开政府信息情况',
      '（一）概况',
    ]);
  });

  it('come from styles and what those are based on', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    const numbering = lists(level(0, 'decimal', '第%1部分'));
    const body = paragraph(run('总体'), '<w:pStyle w:val="b"/>') + paragraph(run('其他'), '<w:pStyle w:val="a"/>');
    expect(lines(body, { styles, numbering })).toEqual(['第1部分 总体', '第2部分 其他']);
  });

  it('begin anew where a list says so', () => {
    const numbering = `${lists(level(0, 'chineseCounting', '%1、'))}<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
    const body = item('甲') + item('乙', 0, '2') + item('丙', 0, '2');
    expect(lines(body, { numbering })).toEqual(['一、甲', '五、乙', '六、丙']);
  });

  it('make lists of items that follow each other, and are shown before any other', () => {
    const numbering = `${lists(level(0, 'decimal', '%1.'), level(1, 'bullet', ''))}`;
    const body = item('甲') + item('乙') + words('文') + item('丙') + words('文') + item('丁', 1);
    const read = itemsOf(body, { numbering }).map((one) => (one.kind === 'line' ? [one.text, one.list?.ordered] : []));
    expect(read).toEqual([
      ['甲', true],
      ['乙', true],
      ['文', undefined],
      ['3.丙', undefined],
      ['文', undefined],
      ['丁', false],
    ]);
  });
});

describe('tables', () => {
  const drawn = (text: string, columnSpan = 1, rowSpan = 1) => ({ text, columnSpan, rowSpan });

  it('stand in their grid with what spans cover left out', () => {
    const [table] = tables(
      drawTable([
        [drawn('甲', 1, 2), drawn('乙', 2)],
        [drawn('丙'), drawn('')],
      ]),
    );
    expect(table?.rows.map((row) => row.cells.map(({ text, start, end }) => [text, start, end]))).toEqual([
      [
        ['甲', 0, 1],
        ['乙', 1, 3],
      ],
      [
        ['丙', 1, 2],
        ['', 2, 3],
      ],
    ]);
  });

  it('keep the paragraphs of a cell apart and mark their heads', () => {
    const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(words('名称'))}${cell(words('数量'))}</w:tr>`;
    const [table] = tables(`<w:tbl>${head}<w:tr>${cell(words('1') + words('2'))}${cell(words('3'))}</w:tr></w:tbl>`);
    expect(table?.headRows).toBe(1);
    expect(table?.rows[1]?.cells.map((one) => one.text)).toEqual(['1\n2', '3']);
  });

  it('that only lay out the page are gone into', () => {
    const inner = drawTable([[drawn('规章'), drawn('0')]]);
    const body = `<w:tbl><w:tr>${cell(words('正文') + inner)}${cell(words('旁注'))}</w:tr></w:tbl>`;
    expect(lines(body)).toEqual(['正文', '旁注']);
    expect(tables(body)).toHaveLength(1);
  });

  it('hold to a width, whatever their spans claim', () => {
    const wide = cell(words('宽'), '<w:gridSpan w:val="1000000000"/>');
    const [table] = tables(`<w:tbl><w:tr>${cell(words('窄'))}${wide}${cell(words('外'))}</w:tr></w:tbl>`);
    expect(table?.rows[0]?.cells).toHaveLength(2);
  });
});

describe('the report that a document carries', () => {
  it('is found in its custom XML part', () => {
    const others = {
      'customXml/item1.xml':
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>',
      'customXml/item2.xml': '<report xmlns="urn:nianbao:report:1">{"nianbao":1,"x":"&lt;"}</report>',
    };
    expect(read(words('文'), { others }).source.carried).toBe('{"nianbao":1,"x":"<"}');
    expect(read(words('文')).source.carried).toBeNull();
  });
});
