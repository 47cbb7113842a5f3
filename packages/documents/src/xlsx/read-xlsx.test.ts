import { describe, expect, it } from 'vitest';
import { Archive } from '../archive/archive.ts';
import type { SourceLine } from '../source/source.ts';
import type { TestSheet, WorkbookParts } from '../testing/workbook.ts';
import { textCell, xlsx } from '../testing/workbook.ts';
import { readXlsx } from './read-xlsx.ts';

const read = (sheets: readonly TestSheet[], parts?: WorkbookParts) => readXlsx(new Archive(xlsx(sheets, parts)));
const isLine = (item: { readonly kind: string }): item is SourceLine => item.kind === 'line';
const linesOf = (sheets: readonly TestSheet[], parts?: WorkbookParts) =>
  read(sheets, parts)
    .source.items.filter(isLine)
    .filter(({ text, cells }) => text !== '' || cells.length > 0);
const rows = (...inner: string[]): string => inner.map((cells, at) => `<row r="${at + 1}">${cells}</row>`).join('');
const sheet = (name: string, ...inner: string[]): TestSheet => ({ name, rows: rows(...inner) });
const texts = (line: SourceLine | undefined) => line?.cells.map((cell) => cell.text);

describe('the cells of a sheet', () => {
  it('hold shared and own texts, numbers, truths and errors', () => {
    const sharedStrings =
      '<si><t>规章</t></si><si><r><t>规范性</t></r><r><t xml:space="preserve"> 文件</t></r><rPh sb="0" eb="1"><t>guī</t></rPh></si>';
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>1.25E1</v></c><c r="D1" t="b"><v>1</v></c>' +
      '<c r="E1" t="e"><v>#REF!</v></c><c r="F1" t="str"><f>A1&amp;""</f><v>算出</v></c><c r="G1" t="s"><v>99</v></c>';
    const [line] = linesOf([sheet('一', cells)], { sharedStrings });
    expect(texts(line)).toEqual(['规章', '规范性 文件', '12.5', 'TRUE', '#REF!', '算出']);
  });

  it('stand in the columns of the sheet, with blank cells between and merged ones as one', () => {
    const [first, second] = linesOf([
      {
        name: '一',
        rows: rows(textCell('B1', '甲') + textCell('C1', '乙') + textCell('F1', '丙'), textCell('C2', '丁')),
        merged: ['B1:B2', 'C1:E1'],
      },
    ]);
    expect(first?.cells.map(({ text, column, start, end }) => [text, column, start, end])).toEqual([
      ['甲', 2, 1, 2],
      ['乙', 3, 2, 5],
      ['丙', 6, 5, 6],
    ]);
    expect(second?.cells.map(({ text, start }) => [text, start])).toEqual([
      ['丁', 2],
      ['', 3],
      ['', 4],
      ['', 5],
    ]);
  });

  it('tell dates by the format of their number', () => {
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="14"/></cellXfs>';
    const [line] = linesOf(
      [sheet('一', '<c r="A1" s="1"><v>45306</v></c><c r="B1" s="2"><v>45306</v></c><c r="C1" s="0"><v>45306</v></c>')],
      { styles },
    );
    expect(texts(line)).toEqual(['2024年1月15日', '2024年1月15日', '45306']);
  });

  it('that hold a formula without its value are blank, and that is said', () => {
    const { source, findings } = read([
      sheet('空', ''),
      sheet(
        '二',
        '<c r="A1"><v>1</v></c>',
        '<c r="A2"><v>2</v></c><c r="B2"><f>SUM(A1:A2)</f></c><c r="C2"><v>4</v></c>',
      ),
    ]);
    expect(source.items.filter(isLine).map(texts)).toContainEqual(['2', '', '4']);
    expect(findings).toMatchObject([
      { rule: 'READ-FORMULA-NO-VALUE', place: { column: 2 }, values: { count: 1, found: ['B2'] } },
    ]);
  });

  it('are left out where their row or column is hidden', () => {
    const hidden = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1">${textCell('A1', '甲')}${textCell('B1', '暗')}${textCell('C1', '丙')}</row><row r="2" hidden="1">${textCell('A2', '暗')}</row></sheetData>`;
    expect(linesOf([{ name: '一', rows: hidden }]).map(texts)).toEqual([['甲', '丙']]);
  });

  it('with a long text or over the whole width are lines of text', () => {
    const long = `${'本单位认真贯彻落实条例。'.repeat(8)}\n下一段。`;
    const lines = linesOf([
      {
        name: '一',
        rows: rows(textCell('A1', '标题'), textCell('A2', long), textCell('A3', '甲') + textCell('C3', '1')),
        merged: ['A1:C1'],
      },
    ]);
    expect(lines.map(({ text, line }) => [text.slice(-4), line])).toEqual([
      ['标题', 1],
      ['实条例。', 2],
      ['下一段。', 2],
      ['甲\t1', 3],
    ]);
  });
});

describe('the sheets of a workbook', () => {
  it('follow each other as parts, without those that are hidden', () => {
    const { source } = read([
      sheet('说明', textCell('A1', '一'), textCell('A2', '二')),
      { ...sheet('底稿', textCell('A1', '暗')), state: 'hidden' },
      sheet('表三', textCell('A1', '三')),
    ]);
    expect(source.parts).toEqual([
      { from: 1, part: { kind: 'sheet', name: '说明' } },
      { from: 3, part: { kind: 'sheet', name: '表三' } },
    ]);
    expect(
      source.items
        .filter(isLine)
        .filter(({ text }) => text !== '')
        .map(({ text, line }) => [text, line]),
    ).toEqual([
      ['一', 1],
      ['二', 2],
      ['三', 3],
    ]);
  });

  it('are left out where they hold plain data, one figure a row', () => {
    const names = ['agency', 'year', 'format', 'cell', 'state', 'value'];
    const head = names.map((name, at) => textCell(`${'ABCDEF'[at]}1`, name)).join('');
    const { source } = read([sheet('数据', head, textCell('A2', '云溪县')), sheet('一', textCell('A1', '文'))]);
    expect(source.parts).toEqual([{ from: 1, part: { kind: 'sheet', name: '一' } }]);
  });

  it('carry the report in a custom XML part, or in a hidden sheet of their own', () => {
    const carrier: TestSheet = {
      ...sheet('nianbao', textCell('A1', '{"nianbao": '), textCell('A2', '1}')),
      state: 'veryHidden',
    };
    const shown = sheet('一', textCell('A1', '文'));
    const others = { 'customXml/item3.xml': '<n:report xmlns:n="urn:nianbao:report:1">{}</n:report>' };
    expect(read([shown, carrier]).source.carried).toBe('{"nianbao": 1}');
    expect(read([shown, carrier], { others }).source.carried).toBe('{}');
    expect(read([shown]).source.carried).toBeNull();
  });
});
