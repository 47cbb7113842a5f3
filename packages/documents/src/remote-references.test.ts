import { createServer } from 'node:net';
import { exampleReport } from '@nianbao/core/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readReport } from './read-report.ts';
import { textAt } from './testing/pdf-drawing.ts';
import { pdfOf } from './testing/pdf-file.ts';
import { savedPage } from './testing/saved-page.ts';
import { docx, paragraph, words } from './testing/word.ts';
import { textCell, xlsx } from './testing/workbook.ts';

let asked = 0;
let address = '';
const server = createServer((socket) => {
  asked += 1;
  socket.destroy();
});
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const listening = server.address();
  address = `http://127.0.0.1:${typeof listening === 'object' ? listening?.port : 0}`;
});
afterAll(() => new Promise((done) => server.close(done)));

const { title } = exampleReport();
const bytes = (text: string) => new TextEncoder().encode(text);

const page = () =>
  `<html><head><base href="${address}/"><link rel="stylesheet" href="a.css"><meta http-equiv="refresh" content="0;url=${address}/r"><script src="${address}/a.js"></script></head><body><p>${title}</p><p>一、总体情况</p><img src="${address}/a.png" srcset="${address}/b.png 2x"><iframe src="${address}/c"></iframe><object data="${address}/o"></object><svg><image href="${address}/s"/></svg></body></html>`;

const relationship = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;

const links = (types: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${types
    .map((type, at) => relationship(`rId${at + 1}`, type, `${address}/${type}`))
    .join('')}</Relationships>`;

const documents: Readonly<Record<string, () => Uint8Array>> = {
  'report.html': () => bytes(page()),
  'report.mht': () =>
    bytes(savedPage([{ type: 'text/html', encoding: 'base64', body: Buffer.from(page()).toString('base64') }])),
  'report.docx': () =>
    docx(
      words(title) +
        paragraph(
          `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDETEXT "${address}/field"</w:instrText></w:r><w:altChunk r:id="rId4"/>`,
        ),
      {
        others: {
          'word/_rels/document.xml.rels': links(['styles', 'numbering', 'image', 'aFChunk', 'footnotes', 'hyperlink']),
          'word/_rels/settings.xml.rels': links(['attachedTemplate']),
        },
      },
    ),
  'entities.docx': () =>
    docx('', {
      others: {
        'word/document.xml': `<!DOCTYPE w SYSTEM "${address}/dtd" [<!ENTITY a SYSTEM "${address}/entity">]><w:document>&a;</w:document>`,
      },
    }),
  'report.xlsx': () =>
    xlsx(
      [
        {
          name: '表',
          rows: `<row r="1">${textCell('A1', title)}</row><row r="3"><c r="A3"><f>WEBSERVICE("${address}/function")</f><v>1</v></c></row>`,
        },
      ],
      {
        others: {
          'xl/externalLinks/_rels/externalLink1.xml.rels': links(['externalLinkPath']),
          'xl/worksheets/_rels/sheet1.xml.rels': links(['hyperlink', 'drawing']),
        },
      },
    ),
  'report.csv': () => bytes(`${title},\n一、总体情况,\n规章,"=WEBSERVICE(""${address}"")"\n`),
  'report.pdf': () =>
    pdfOf({
      pages: [
        {
          content: `${textAt([80, 100], title)}${textAt([80, 130], '一、总体情况')}/X1 Do`,
          resources: '/XObject << /X1 200 0 R >>',
          entries: `/AA << /O << /S /URI /URI (${address}/opened) >> >>`,
        },
      ],
      objects: {
        200: {
          value: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /F << /FS /URL /F (${address}/stream) >> /FFilter /FlateDecode`,
          stream: Buffer.from(' '),
        },
      },
      catalog: `/OpenAction << /S /SubmitForm /F << /FS /URL /F (${address}/form) >> >> /URI << /Base (${address}/) >>`,
    }),
};

it.each(Object.keys(documents))('%s fetches nothing that it refers to', async (fileName) => {
  const read = await readReport(documents[fileName]?.() ?? new Uint8Array(), { fileName });
  if (fileName === 'entities.docx') expect(read).toMatchObject({ ok: false, error: { code: 'TOO_COMPLEX' } });
  else expect(read.ok && read.report.title).toBe(title);
  expect(asked).toBe(0);
});
