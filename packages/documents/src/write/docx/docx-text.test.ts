import type { Block, Report } from '@nianbao/core';
import { emptyReport, formatById } from '@nianbao/core';
import { describe, expect, it } from 'vitest';
import { carry, findInside } from '../../carried/carried-report.ts';
import type { OpenedDocx } from '../../testing/opened-docx.ts';
import { bodyOf, looseParts, openDocx, paragraphsOf, partOf, rowsOf, textOf } from '../../testing/opened-docx.ts';
import { publication } from '../../testing/publication.ts';
import { childNamed, elementsNamed } from '../../testing/xml-tree.ts';
import { writeDocx } from './write-docx.ts';

const draft = async (report: Report): Promise<OpenedDocx> => openDocx(await writeDocx(carry(report, null)));

const base: Report = emptyReport('云溪县林业局', 2024, formatById['2021']);

const withBlocks = (blocks: readonly Block[]): Report => ({
  ...base,
  sections: base.sections.map((section, at) => (at === 0 ? { ...section, blocks: [...blocks] } : section)),
});

const edgeTexts = ({ xml }: OpenedDocx): string =>
  [...xml].flatMap(([path, part]) => (/^word\/(?:header|footer)/.test(path) ? [textOf(part)] : [])).join('\n');

describe('what stands at the edges of the pages', () => {
  it('says of a draft that it is one, and nothing of it in the text', async () => {
    const docx = await draft(base);
    expect(edgeTexts(docx)).toContain('草稿（未发布）');
    expect(textOf(partOf(docx, 'word/document.xml'))).not.toContain('草稿');
  });

  it('says of a published version which one it is, when it was published, and where it can be looked up', async () => {
    const carried = carry(base, publication);
    const docx = openDocx(await writeDocx(carried));
    expect(edgeTexts(docx)).toContain(`第2版 · 2025年1月20日发布 · 校验码 ${carried.digest.slice(0, 12)}`);
    expect(edgeTexts(docx)).toContain(publication.address);
    expect(edgeTexts(docx)).not.toContain('草稿');
    expect(textOf(partOf(docx, 'word/document.xml'))).not.toContain('校验码');
  });

  it('numbers the pages', async () => {
    const docx = await draft(base);
    const fields = [...docx.xml.values()].flatMap((part) => elementsNamed(part, 'w:fldSimple'));
    expect(fields.map(({ attributes }) => attributes['w:instr']?.trim())).toEqual(['PAGE', 'PAGE']);
  });
});

const png = (width: number, height: number): string => {
  const head = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return `data:image/png;base64,${head.toString('base64')}`;
};

describe('the text', () => {
  it('has headings that go down one step at a time, whatever levels the report gives them', async () => {
    const heading = (level: number, text: string): Block => ({ kind: 'heading', level, text });
    const docx = await draft(withBlocks([heading(4, '甲'), heading(2, '乙'), heading(4, '丙'), heading(3, '丁')]));
    const styles = paragraphsOf(docx).filter(({ text }) => /^[甲乙丙丁]$/.test(text));
    expect(styles.map(({ style }) => style)).toEqual(['Heading2', 'Heading2', 'Heading3', 'Heading3']);
  });

  it('numbers each ordered list from one', async () => {
    const list: Block = { kind: 'list', ordered: true, items: ['甲', '乙'] };
    const docx = await draft(withBlocks([list, { ...list, ordered: false }, list]));
    const numbered = elementsNamed(partOf(docx, 'word/document.xml'), 'w:numId').map(
      ({ attributes }) => attributes['w:val'],
    );
    expect(numbered).toEqual(['2', '2', '1', '1', '3', '3']);
    const starts = elementsNamed(partOf(docx, 'word/numbering.xml'), 'w:startOverride');
    expect(starts.map(({ attributes }) => attributes['w:val'])).toEqual(['1', '1']);
  });

  it('shows pictures that the report carries, with their words, no wider than the text', async () => {
    const docx = await draft(withBlocks([{ kind: 'image', source: png(4000, 1000), alt: '分类图“甲”' }]));
    expect(docx.paths).toContain('word/media/image1.png');
    const part = partOf(docx, 'word/document.xml');
    expect(elementsNamed(part, 'wp:docPr')[0]?.attributes['descr']).toBe('分类图“甲”');
    expect(elementsNamed(part, 'wp:extent')[0]?.attributes).toEqual({ cx: '5616000', cy: '1404000' });
    expect(looseParts(docx)).toEqual([]);
  });

  it('never calls up a picture elsewhere', async () => {
    const docx = await draft(withBlocks([{ kind: 'image', source: 'https://example.com/tu.png', alt: '流程图' }]));
    expect(paragraphsOf(docx).map(({ text }) => text)).toContain('〔图：流程图〕');
    expect(JSON.stringify([...docx.xml.values()].flatMap((part) => elementsNamed(part, 'Relationship')))).not.toContain(
      'example.com',
    );
  });

  it('repeats the heads of a table in the text, and lets short rows reach to its end', async () => {
    const rows = [['渠道', '条数', '比重'], ['网站', '5'], []];
    const docx = await draft(withBlocks([{ kind: 'table', caption: '公开渠道', headRows: 1, rows }]));
    const [table] = bodyOf(docx).filter(({ name }) => name === 'w:tbl');
    if (table === undefined) throw new Error('no table');
    const drawn = elementsNamed(table, 'w:tr');
    expect(drawn.map((row) => elementsNamed(row, 'w:tblHeader').length)).toEqual([1, 0, 0]);
    expect(rowsOf(table).map((row) => row.map(({ columnSpan }) => columnSpan))).toEqual([[1, 1, 1], [1, 2], [3]]);
    expect(paragraphsOf(docx)).toContainEqual({ style: 'Caption', text: '公开渠道' });
  });

  it('draws a table of more columns than Word can open as lines', async () => {
    const rows = [Array.from({ length: 64 }, (_, at) => String(at))];
    const docx = await draft(withBlocks([{ kind: 'table', caption: null, headRows: 0, rows }]));
    expect(paragraphsOf(docx).map(({ text }) => text)).toContain(rows[0]?.join('\t'));
  });

  it('holds whatever characters a report may hold, and carries them unchanged', async () => {
    const hostile = ']]></w:t><w:instrText>&amp;\u0000\u000b\ud800"\u0085\ufffe\uffff\r\n<!--';
    const report = { ...withBlocks([{ kind: 'paragraph', text: hostile }]), title: hostile, agency: hostile };
    const docx = await draft(report);
    expect(paragraphsOf(docx).map(({ text }) => text)).toContain(']]></w:t><w:instrText>&amp;"\n<!--');
    expect(findInside(partOf(docx, 'customXml/item1.xml').text)).toMatchObject({ kind: 'sound', carried: { report } });
  });

  it('says what the document is in its properties', async () => {
    const core = partOf(await draft(base), 'docProps/core.xml');
    expect(childNamed(core, 'dc:title')?.text).toBe('云溪县林业局2024年政府信息公开工作年度报告');
    expect(childNamed(core, 'dc:language')?.text).toBe('zh-CN');
    expect(core.children.map(({ name }) => name)).not.toContain('dcterms:created');
  });
});

it('a report from before the official tables has its text alone', async () => {
  const docx = await draft({ ...base, year: 2015, format: null });
  expect(bodyOf(docx).filter(({ name }) => name === 'w:tbl')).toEqual([]);
});
