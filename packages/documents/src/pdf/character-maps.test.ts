import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import { textAt } from '../testing/pdf-drawing.ts';
import type { PdfObject } from '../testing/pdf-file.ts';
import { packed, pdfOf } from '../testing/pdf-file.ts';
import { holdsTooMuch } from './stream-sizes.ts';

const title = '云溪县水利局2023年政府信息公开工作年度报告';
const text = textAt([80, 100], title) + textAt([80, 130], '一、总体情况') + textAt([80, 150], '全年公开信息152条。');

/** A font whose characters are told by a map of its own. */
const font =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /ToUnicode 400 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] >>] >>';
const mapOf = (ranges: string): string =>
  `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n${ranges}\nendcmap end`;
const withMap = (map: PdfObject): Uint8Array => pdfOf({ pages: [{ content: text }], font, objects: { 400: map } });
const bfRange = (ranges: string): string => mapOf(`1 beginbfrange ${ranges} endbfrange`);

const answerTo = async (bytes: Uint8Array): Promise<string> => {
  const read = await readReport(bytes, { fileName: 'a.pdf' });
  return read.ok ? read.report.title : read.error.code;
};

describe('a map of characters', () => {
  it.each([
    ['every code of two bytes', bfRange('<0000> <ffff> <0000>')],
    ['characters one by one', mapOf('2 beginbfchar <0001> <ffff4e00> <0002> <ffffffff> endbfchar')],
    ['a list of characters for a range that is longer', bfRange('<0000> <ffffff> [<4e00> <4e01>]')],
    ['a range that ends before it begins', bfRange('<ffff> <0000> <4e00>')],
  ])('that holds %s is taken', (_, map) => {
    for (const object of [packed(map), { value: '', stream: Buffer.from(map) }]) {
      expect(holdsTooMuch(Buffer.from(withMap(object)))).toBe(false);
    }
  });

  it.each([
    ['a range of millions', bfRange('<0000> <00ffffff> <0000>')],
    ['a range of millions behind others', bfRange('<0000> <00ff> <0000>\n<0000> <ff ff ff> <0000>')],
    ['a range of millions that nothing ends', '1 begincidrange\n<00000000> <ffffffff> 0'],
    ['many ranges', bfRange('<0000> <ffff> <0000>\n'.repeat(40))],
  ])('that holds %s is refused before it is followed', async (_, map) => {
    for (const object of [packed(map), { value: '', stream: Buffer.from(map) }]) {
      expect(await answerTo(withMap(object))).toBe('PDF_TOO_MUCH');
    }
  });

  it('is read with the text', async () => {
    expect(await answerTo(withMap(packed(bfRange('<0000> <ffff> <0000>'))))).toBe(title);
  });

  it('is not looked for without end where streams begin and never end', () => {
    expect(holdsTooMuch(Buffer.from('stream\n'.repeat(300_000)))).toBe(false);
    expect(holdsTooMuch(Buffer.from('beginbfrange <0> <1> ['.repeat(30_000)))).toBe(false);
  });
});
