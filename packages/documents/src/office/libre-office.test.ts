import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import { brokenDoc, oldFacts, oldReport, richText, sheetXml } from '../testing/old-files.ts';
import { docx, paragraph } from '../testing/word.ts';
import { convertOffice, findLibreOffice } from './libre-office.ts';

/** A document with a picture that stands elsewhere. */
const linking = (address: string): Uint8Array => {
  const picture =
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic>';
  const run = `<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="a"/>${picture}</wp:inline></w:drawing></w:r>`;
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${type}" Target="${address}" TargetMode="External"/></Relationships>`;
  return docx(paragraph(run), { others: { 'word/_rels/document.xml.rels': links } });
};

async function doc(): Promise<Uint8Array> {
  const converted = await convertOffice(oldReport(), 'docx', 'doc');
  return converted.kind === 'converted' ? converted.bytes : brokenDoc();
}

/** Each file starts LibreOffice anew, which takes seconds: all of them are read in the long run of the tests. */
const everyFile = { 'report.rtf': richText, 'report.doc': doc, 'report.xls': sheetXml };
const oldFiles: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> =
  process.env.NIANBAO_SOAK === undefined ? { 'report.rtf': richText } : everyFile;

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
        expect(read).toMatchObject({
          ok: true,
          report: { agency: '云溪县青岚镇人民政府', year: 2023, facts: oldFacts },
        });
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
    const read = await readReport(brokenDoc(), { fileName: 'report.doc' });
    const codes = findLibreOffice() === null ? ['NEEDS_LIBREOFFICE'] : ['CONVERSION_FAILED', 'NOT_A_REPORT'];
    expect(codes).toContain(read.ok ? '' : read.error.code);
    expect(leftBehind()).toEqual(before);
  });
});
