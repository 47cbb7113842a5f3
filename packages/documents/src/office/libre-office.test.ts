import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import { docx, drawTable, paragraph, words } from '../testing/word.ts';
import { convertOffice, findLibreOffice } from './libre-office.ts';

const title = '云溪县青岚镇2023年政府信息公开工作年度报告';
const table = [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '', '3'],
  ['行政规范性文件', '1', '0', '2'],
];
const facts = { 't2.regulations.inForce': 3, 't2.normativeDocuments.issued': 1, 't2.normativeDocuments.inForce': 2 };

/** Text as RTF writes it: each character that is not ASCII by its number. */
const rtfText = (text: string): string =>
  [...text]
    .map((sign) => (sign < '\u0080' ? sign : `\\u${((sign.charCodeAt(0) + 0x8000) & 0xffff) - 0x8000}?`))
    .join('');

const rtf = (): Uint8Array => {
  const paragraphs = [title, '二、主动公开政府信息情况', '第二十条第（一）项'].map((text) => `${rtfText(text)}\\par\n`);
  const rows = table.map(
    (row) =>
      `\\trowd${row.map((_, at) => `\\cellx${(at + 1) * 2000}`).join('')}\\intbl ${row.map((text) => `${rtfText(text)}\\cell `).join('')}\\row\n`,
  );
  return new TextEncoder().encode(
    `{\\rtf1\\ansi\\uc1\n${paragraphs.join('')}${rows.join('')}\\pard ${rtfText('完')}\\par}`,
  );
};

const word = (): Uint8Array => {
  const rows = table.map((row) => row.map((text) => ({ text, columnSpan: 1, rowSpan: 1 })));
  return docx(
    [title, '二、主动公开政府信息情况', '第二十条第（一）项'].map(words).join('') + drawTable(rows) + words('完'),
  );
};

/** A document with a picture that stands elsewhere. */
const linking = (address: string): Uint8Array => {
  const picture =
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic>';
  const run = `<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="a"/>${picture}</wp:inline></w:drawing></w:r>`;
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${type}" Target="${address}" TargetMode="External"/></Relationships>`;
  return docx(paragraph(run), { others: { 'word/_rels/document.xml.rels': links } });
};

/** A sheet as Excel 2003 saved it in XML, which many systems still hand out under names that end in xls. */
const sheetXml = (): Uint8Array => {
  const texts = [[title], ['二、主动公开政府信息情况'], ['第二十条第（一）项'], ...table];
  const cell = (text: string) =>
    text === '' ? '<Cell/>' : `<Cell><Data ss:Type="${/^\d+$/.test(text) ? 'Number' : 'String'}">${text}</Data></Cell>`;
  const rows = texts.map((row) => `<Row>${row.map(cell).join('')}</Row>`).join('');
  return new TextEncoder().encode(
    `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${rows}</Table></Worksheet></Workbook>`,
  );
};

/** The first bytes of a document of old Word. */
const brokenDoc = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(600),
  Buffer.from('WordDocument', 'utf16le'),
]);

async function doc(): Promise<Uint8Array> {
  const converted = await convertOffice(word(), 'docx', 'doc');
  return converted.kind === 'converted' ? converted.bytes : new Uint8Array(brokenDoc);
}

/** Each file starts LibreOffice anew, which takes seconds: all of them are read in the long run of the tests. */
const everyFile = { 'report.rtf': rtf, 'report.doc': doc, 'report.xls': sheetXml };
const oldFiles: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> =
  process.env.NIANBAO_SOAK === undefined ? { 'report.rtf': rtf } : everyFile;

const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith('nianbao-convert-'));

describe('files of the kinds before DOCX and XLSX', () => {
  it('are looked for a program first, and none is found where there is none', () => {
    const empty = mkdtempSync(join(tmpdir(), 'nianbao-empty-'));
    expect(findLibreOffice(empty)).toBe(findLibreOffice(''));
    rmSync(empty, { recursive: true });
  });

  it('are read where LibreOffice is on the machine, and else refused by a sentence that says what to do', async () => {
    const before = leftBehind();
    const isPresent = findLibreOffice() !== null;
    for (const [fileName, make] of Object.entries(oldFiles)) {
      const read = await readReport(await make(), { fileName });
      if (isPresent) {
        expect(read).toMatchObject({ ok: true, report: { agency: '云溪县青岚镇人民政府', year: 2023, facts } });
      } else {
        expect(read).toMatchObject({
          ok: false,
          error: { code: 'NEEDS_LIBREOFFICE', message: { zh: expect.stringContaining('另存为 DOCX') } },
        });
      }
    }
    expect(leftBehind()).toEqual(before);
  });

  it('never fetch what they refer to', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await convertOffice(linking(`http://127.0.0.1:${port}/a.png`), 'docx', 'doc');
    await new Promise((done) => server.close(done));
    expect(asked).toBe(0);
  });

  it('that LibreOffice cannot open are refused, and nothing is left behind', async () => {
    const before = leftBehind();
    const read = await readReport(new Uint8Array(brokenDoc), { fileName: 'report.doc' });
    const codes = findLibreOffice() === null ? ['NEEDS_LIBREOFFICE'] : ['CONVERSION_FAILED', 'NOT_A_REPORT'];
    expect(codes).toContain(read.ok ? '' : read.error.code);
    expect(leftBehind()).toEqual(before);
  });
});
