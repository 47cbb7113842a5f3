import { readdirSync, readFileSync } from 'node:fs';
import { exampleReport } from '@nianbao/core/testing';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readReport } from './read-report.ts';
import { cell, docx, drawTable, wordReport, words } from './testing/word.ts';
import { textCell, workbookReport, xlsx } from './testing/workbook.ts';

const folder = new URL('../examples', import.meta.url);
const examples = readdirSync(folder).map((name) => readFileSync(new URL(name, folder)));
const pdf = readFileSync(new URL('qinglan-township-2023.pdf', folder));
const runs = process.env.NIANBAO_SOAK === undefined ? 60 : 2000;

/** A result of either kind is an answer; only throwing is none. */
const answers = async (bytes: Uint8Array): Promise<boolean> =>
  typeof (await readReport(bytes, { fileName: 'file' })).ok === 'boolean';

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 400 }),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom('<table>', '<td colspan="9999">', '</tr>', '|', '\t', '\n\n\n', '规章', '０', '&#x0;')
      .map((text) => new TextEncoder().encode(text)),
  ),
});

function mutate(
  bytes: Uint8Array,
  { at, length, insert }: { at: number; length: number; insert: Uint8Array },
): Uint8Array {
  const start = Math.floor(at * bytes.length);
  return Uint8Array.from([...bytes.subarray(0, start), ...insert, ...bytes.subarray(start + length)]);
}

describe('readReport answers whatever it is given', () => {
  it('random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), answers), { numRuns: runs });
  });

  it('random text of the marks that readers look for', async () => {
    const part = fc.constantFrom(
      '规章',
      '其他',
      '总计',
      '一、',
      '（七）',
      '|',
      '\t',
      '\n',
      ' ',
      '0',
      '12',
      '/',
      '-',
      '<td>',
      '<table>',
      '第二十条第（一）项',
      '行政复议',
      '信息公开年度报告',
    );
    const text = fc.array(part, { maxLength: 300 }).map((parts) => new TextEncoder().encode(parts.join('')));
    await fc.assert(fc.asyncProperty(text, answers), { numRuns: runs });
  });

  it('files that break off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...examples), fc.double({ min: 0, max: 1, noNaN: true }), (bytes, share) =>
        answers(bytes.subarray(0, Math.floor(share * bytes.length))),
      ),
      { numRuns: runs },
    );
  });

  it('files with pieces cut out and put in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...examples),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (bytes, mutations) => answers(mutations.reduce(mutate, bytes)),
      ),
      { numRuns: runs },
    );
  });
});

/** Mutates one part of an office document and packs it again, so that the change comes through the packing. */
function mutatePart(bytes: Uint8Array, at: number, mutations: readonly Parameters<typeof mutate>[1][]): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[Math.floor(at * names.length)] ?? '';
  const mutated = mutations.reduce(mutate, parts[name] ?? new Uint8Array());
  return zipSync({ ...parts, [name]: mutated }, { level: 1 });
}

describe('readReport answers whatever office documents hold', () => {
  const report = exampleReport({ text: { 0: '2024年，本单位主动公开信息12条。' } });
  const documents = [wordReport(report), workbookReport(report)];
  const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

  it('with pieces cut out and put in, and files that break off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...documents), mutations, share, async (bytes, list, part) => {
        expect(await answers(list.reduce(mutate, bytes))).toBe(true);
        expect(await answers(bytes.subarray(0, Math.floor(part * bytes.length)))).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('with any of their parts changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...documents), share, mutations, (bytes, at, list) =>
        answers(mutatePart(bytes, at, list)),
      ),
      { numRuns: runs },
    );
  });

  it('with marks of other documents put in between theirs', async () => {
    const mark = fc.constantFrom(
      '<w:tbl>',
      '</w:tbl>',
      '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr>',
      '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
      '</w:p>',
      '<c r="XFD1048576"><v>1E308</v></c>',
      '<c t="s"><v>-1</v></c>',
      '<row r="1048576">',
      '</row>',
      '<mergeCell ref="A1:XFD1048576"/>',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...documents),
        fc.array(fc.tuple(share, mark), { minLength: 1, maxLength: 5 }),
        (bytes, marks) => {
          const parts = unzipSync(bytes);
          for (const [name, part] of Object.entries(parts)) {
            if (!/document\.xml$|sheet1\.xml$/.test(name)) continue;
            const pieces = strFromU8(part).split(/(?=<)/);
            for (const [at, text] of marks) pieces.splice(Math.floor(at * pieces.length), 0, text);
            parts[name] = strToU8(pieces.join(''));
          }
          return answers(zipSync(parts, { level: 1 }));
        },
      ),
      { numRuns: runs },
    );
  });
});

describe('readReport answers to a PDF with bytes changed', () => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
      fc
        .constantFrom('endobj', '1 0 R', '<<', ']', '/Length 9', '/Kids', 'stream\n', '0000000000', '99999999999')
        .map((text) => new TextEncoder().encode(text)),
    ),
  });
  // The font's map of characters is left whole: pdfjs can be busy with a changed one for half a minute, within one call
  // that only the end of its process ends.
  const map = /\/ToUnicode (\d+) 0 R/.exec(pdf.toString('latin1'))?.[1] ?? '';
  const mapStart = pdf.indexOf(`\n${map} 0 obj`);
  const mapEnd = pdf.indexOf('endobj', mapStart);
  // Half of the changes fall on the end of the file, where its structure is and not its fonts.
  const place = (at: number): number => {
    const found = Math.floor((at < 0.5 ? 2 * at : 0.85 + 0.3 * (at - 0.5)) * pdf.length);
    return found > mapStart - 20 && found < mapEnd ? mapEnd : found;
  };

  it('in place, so that all that follows stays where it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const changed = Uint8Array.from(pdf);
        for (const { at, bytes } of changes) changed.set(bytes, Math.min(place(at), changed.length - bytes.length));
        return answers(changed);
      }),
      { numRuns: runs / 3 },
    );
  });
});

describe('office documents made to harm are answered within seconds', () => {
  const many = (text: string, count: number) => text.repeat(count);
  const title = words('云溪县水利局2023年政府信息公开工作年度报告');
  const wideRow = `<w:tr>${cell(words('规章'), '<w:gridSpan w:val="1000000000"/><w:vMerge w:val="restart"/>')}</w:tr>`;
  const sheet = (rows: string, merged: readonly string[] = []) => xlsx([{ name: '表', rows, merged }]);
  const hostile: Readonly<Record<string, () => Uint8Array>> = {
    'a part that inflates a thousand times': () => docx(many('<w:p/>', 3_000_000)),
    'tables nested without end': () => docx(title + many('<w:tbl><w:tr><w:tc>', 200_000)),
    'text boxes nested without end': () => docx(title + many('<w:p><w:r><w:txbxContent>', 200_000)),
    'cells over all columns': () => docx(`${title}<w:tbl>${many(wideRow, 6_000)}</w:tbl>`),
    'a table of very many rows': () =>
      docx(
        title +
          drawTable(
            Array.from({ length: 8000 }, () => [
              { text: '规章', columnSpan: 1, rowSpan: 1 },
              { text: '1', columnSpan: 1, rowSpan: 1 },
            ]),
          ),
      ),
    'a paragraph without end': () => docx(title + words('一、总体情况。'.repeat(500_000))),
    'styles based on themselves': () =>
      docx(`<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>${title}`, {
        styles:
          '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
      }),
    'entities that expand': () =>
      docx(title, {
        others: {
          'word/document.xml': '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>',
        },
      }),
    'names that lead elsewhere, macros and references to other places': () =>
      docx(title, {
        others: {
          '../../../../tmp/nianbao-was-here': 'x',
          'word/vbaProject.bin': new Uint8Array(1000),
          'word/_rels/document.xml.rels':
            '<Relationships><Relationship Id="a" Type="x/styles" TargetMode="External" Target="http://127.0.0.1:9/styles.xml"/><Relationship Id="b" Type="x/numbering" Target="../../../../etc/passwd"/></Relationships>',
        },
      }),
    'a cell at the far end of a sheet': () =>
      sheet(`<row r="1">${textCell('A1', '规章')}</row><row r="1048576">${textCell('XFD1048576', '1')}</row>`),
    'cells merged over the whole sheet, again and again': () =>
      sheet(
        `<row r="1">${textCell('A1', '规章')}</row>`,
        Array.from({ length: 40_000 }, () => 'A1:XFD1048576'),
      ),
    'rows of blank cells without end': () =>
      sheet(Array.from({ length: 60_000 }, (_, at) => `<row r="${at + 1}"><c s="0"/></row>`).join('')),
    'a wide sheet of many rows': () =>
      sheet(
        Array.from(
          { length: 20_000 },
          (_, at) => `<row r="${at + 1}">${textCell(`A${at + 1}`, '规章')}${textCell(`GR${at + 1}`, '1')}</row>`,
        ).join(''),
      ),
    'rows that go back': () => sheet('<row r="5"/><row r="2"/>'),
    'a CSV of delimiters': () => strToU8(`"a","b"\n"c","d"\n"e","f"\n${',\n'.repeat(1_500_000)}`),
    'a CSV whose quotation never ends': () => strToU8(`a,b\n"${'c,'.repeat(1_000_000)}`),
    'a CSV of quotation marks': () => strToU8(`a,b\n${'"'.repeat(1_000_001)}`),
    'a saved page of white space': () =>
      strToU8(
        `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${' '.repeat(3_000_000)}x\n--b--`,
      ),
    'a saved page of very many parts': () =>
      strToU8(
        `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n${'--b\nContent-Type: text/css\n\nx\n'.repeat(100_000)}`,
      ),
  };

  it.each(Object.keys(hostile))('%s', async (name) => {
    const bytes = hostile[name]?.() ?? new Uint8Array();
    const started = performance.now();
    const csv = name.includes('CSV');
    expect(typeof (await readReport(bytes, { fileName: csv ? 'file.csv' : 'file' })).ok).toBe('boolean');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('readReport takes time in proportion to the file', () => {
  const start = '<html><body><p>云溪县水利局2023年政府信息公开工作年度报告</p><p>一、总体情况</p>';
  const hostile: Readonly<Record<string, (size: number) => string>> = {
    'elements nested without end': (size) => start + '<div>'.repeat(size / 5),
    'tables nested without end': (size) => start + '<table><tr><td>'.repeat(size / 15),
    'bold never closed': (size) => start + '<b id=a>x'.repeat(size / 9),
    'a table without end': (size) => `${start}<table>${'<tr><td>行政许可</td><td>1</td></tr>'.repeat(size / 42)}`,
    'cells that span everything': (size) =>
      `${start}<table>${'<tr><td colspan=1000 rowspan=65000>规章</td></tr>'.repeat(size / 52)}`,
    'attributes without end': (size) => `${start}<p ${'a b c d '.repeat(size / 8)}>`,
    'scripts never closed': (size) => '<div>'.repeat(600) + '<script>'.repeat(size / 8),
    'bars alone': (size) => '|\n'.repeat(size / 2),
    'figures without end': (size) => `第二十条第（一）项\n规章\n${'0\n'.repeat(size / 2)}`,
    'words set apart by spaces': (size) => `${'规 '.repeat(30)}x\n`.repeat(size / 122),
    'white space': (size) => `${' '.repeat(size)}|a|b`,
    'one line of headings': (size) => `一、${'1 '.repeat(size / 2)}`,
    'old indicators without end': (size) =>
      `2016年云溪县水利局政府信息公开工作年度报告\n${'1.申请数\n件\n3\n'.repeat(size / 20)}`,
    'one row of indicators': (size) =>
      `2016年云溪县水利局政府信息公开工作年度报告\n${'1.申请数|件|'.repeat(size / 18)}`,
    'one address': (size) => `${start}<p>邮箱 ${'a'.repeat(size)}</p>`,
  };

  it.each(Object.keys(hostile))('%s: 5 MB within seconds', async (name) => {
    const make = hostile[name];
    const bytes = new TextEncoder().encode(make?.(5_000_000) ?? '');
    const started = performance.now();
    expect(await answers(bytes)).toBe(true);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
