import { docx, drawTable, words } from './word.ts';

const title = '云溪县青岚镇2023年政府信息公开工作年度报告';
const table = [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '', '3'],
  ['行政规范性文件', '1', '0', '2'],
];
/** The figures of the small report that the files of old kinds hold. */
export const oldFacts = {
  't2.regulations.inForce': 3,
  't2.normativeDocuments.issued': 1,
  't2.normativeDocuments.inForce': 2,
};

/** Text as RTF writes it: each character that is not ASCII by its number. */
const rtfText = (text: string): string =>
  [...text]
    .map((sign) => (sign < '\u0080' ? sign : `\\u${((sign.charCodeAt(0) + 0x8000) & 0xffff) - 0x8000}?`))
    .join('');

/** A report as RTF. */
export const richText = (): Uint8Array => {
  const paragraphs = [title, '二、主动公开政府信息情况', '第二十条第（一）项'].map((text) => `${rtfText(text)}\\par\n`);
  const rows = table.map(
    (row) =>
      `\\trowd${row.map((_, at) => `\\cellx${(at + 1) * 2000}`).join('')}\\intbl ${row.map((text) => `${rtfText(text)}\\cell `).join('')}\\row\n`,
  );
  return new TextEncoder().encode(
    `{\\rtf1\\ansi\\uc1\n${paragraphs.join('')}${rows.join('')}\\pard ${rtfText('完')}\\par}`,
  );
};

/** The same report as DOCX, to be turned into older kinds. */
export const oldReport = (): Uint8Array => {
  const rows = table.map((row) => row.map((text) => ({ text, columnSpan: 1, rowSpan: 1 })));
  return docx(
    [title, '二、主动公开政府信息情况', '第二十条第（一）项'].map(words).join('') + drawTable(rows) + words('完'),
  );
};

/** A sheet as Excel 2003 saved it in XML, which many systems still hand out under names that end in xls. */
export const sheetXml = (): Uint8Array => {
  const texts = [[title], ['二、主动公开政府信息情况'], ['第二十条第（一）项'], ...table];
  const cell = (text: string) =>
    text === '' ? '<Cell/>' : `<Cell><Data ss:Type="${/^\d+$/.test(text) ? 'Number' : 'String'}">${text}</Data></Cell>`;
  const rows = texts.map((row) => `<Row>${row.map(cell).join('')}</Row>`).join('');
  return new TextEncoder().encode(
    `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${rows}</Table></Worksheet></Workbook>`,
  );
};

/** The first bytes of a document of old Word. */
export const brokenDoc = (): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('WordDocument', 'utf16le')]),
  );

/** A document as Word 2003 saved it in XML. */
export const wordXml = (): Uint8Array => {
  const paragraphs = [title, '二、主动公开政府信息情况', '第二十条第（一）项'].map(
    (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`,
  );
  const rows = table.map(
    (row) => `<w:tr>${row.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`,
  );
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>${paragraphs.join('')}<w:tbl>${rows.join('')}</w:tbl></w:body></w:wordDocument>`,
  );
};
