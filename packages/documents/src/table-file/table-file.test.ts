import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { packed } from '../testing/packed.ts';
import { textCell, xlsx } from '../testing/workbook.ts';
import { readTableFile } from './read-table-file.ts';
import type { TableFileFormat } from './write-table-file.ts';
import { writeTableFile } from './write-table-file.ts';

const columns = ['单位名称', '上级单位', '排序'].map((head) => ({ head, width: 20, guide: `${head}怎样填写。` }));
const bytes = (text: string) => new TextEncoder().encode(text);

function cellsOf(file: Uint8Array): readonly (readonly string[])[] {
  const read = readTableFile(file);
  if (!read.ok) throw new Error(read.code);
  return read.rows.map(({ cells }) => cells);
}

/** Cells that a table leaves blank at the end of a row need not be there. */
const trimmed = (cells: readonly string[]) => cells.slice(0, cells.findLastIndex((text) => text !== '') + 1);

describe.each<TableFileFormat>(['csv', 'xlsx'])('a table as %s', (format) => {
  it('reads back as it was written, whatever its texts begin with or hold', () => {
    const text = fc.oneof(
      fc.constantFrom('', '云溪县“林业局”', '=1+1', '+甲', '-3', '@乙', 'a,"b"', '007', '11990421009904217D', "'丙"),
      fc.string({ unit: fc.constantFrom('局', ',', '"', "'", ';', 'a', '0', '=') }),
    );
    const row = fc.tuple(fc.constant('甲局'), text, text);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const written = writeTableFile(format, { title: '单位名册', columns, rows });
        const expected = [columns.map(({ head }) => head), ...rows];
        expect(cellsOf(written).map(trimmed)).toEqual(expected.map(trimmed));
      }),
      { numRuns: format === 'csv' ? 200 : 15 },
    );
  });

  it('counts its rows as a spreadsheet does', () => {
    const rows = [
      ['甲局', '', '1'],
      ['乙局', '', '2'],
    ];
    const read = readTableFile(writeTableFile(format, { title: '单位名册', columns, rows }));
    expect(read.ok && read.rows.map(({ row }) => row)).toEqual([1, 2, 3]);
  });
});

it('reads what Excel and WPS save as CSV: GB18030, semicolons, blank lines between', () => {
  expect(cellsOf(iconv.encode('单位名称,上级单位\r\n云溪县林业局,云溪县人民政府\r\n', 'gb18030'))[1]).toEqual([
    '云溪县林业局',
    '云溪县人民政府',
  ]);
  expect(cellsOf(bytes('单位名称;上级单位\n甲局;乙局'))).toEqual([
    ['单位名称', '上级单位'],
    ['甲局', '乙局'],
  ]);
});

it('reads the first sheet that is shown, with the rows that a filter hides', () => {
  const file = xlsx([
    { name: '旧', state: 'hidden', rows: `<row r="1">${textCell('A1', '旧表')}</row>` },
    {
      name: '名册',
      rows: `<row r="1">${textCell('A1', '单位名称')}${textCell('C1', '排序')}</row><row r="4" hidden="1">${textCell('A4', '甲局')}</row>`,
    },
    { name: '说明', rows: `<row r="1">${textCell('A1', '说明')}</row>` },
  ]);
  expect(readTableFile(file)).toEqual({
    ok: true,
    rows: [
      { row: 1, cells: ['单位名称', '', '排序'] },
      { row: 4, cells: ['甲局'] },
    ],
  });
});

it.each([
  ['nothing', new Uint8Array(), 'EMPTY'],
  ['blank lines', bytes('\r\n \r\n'), 'EMPTY'],
  ['a PDF', bytes('%PDF-1.7\n'), 'KIND_UNKNOWN'],
  ['prose', bytes('云溪县林业局'), 'KIND_UNKNOWN'],
  ['another archive', packed({ 'word/document.xml': '<a/>' }), 'KIND_UNKNOWN'],
  ['a broken workbook', packed({ 'xl/workbook.xml': '<workbook' }), 'BROKEN'],
])('does not read %s', (_, file, code) => {
  expect(readTableFile(file)).toEqual({ ok: false, code });
});
