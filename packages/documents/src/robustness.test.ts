import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { MutatedKind } from './mutated/kinds.ts';
import { mutatedKinds } from './mutated/kinds.ts';
import { mutated, mutations } from './mutated/mutation.ts';
import { readMutated } from './mutated/reading.ts';
import { cell, docx, drawTable, words } from './testing/word.ts';
import { textCell, xlsx } from './testing/workbook.ts';

const runs = process.env.NIANBAO_SOAK === undefined ? 60 : 2000;

/** A result of either kind is an answer, as long as its caller can rely on all of it; throwing is none. */
const answers = async (bytes: Uint8Array, fileName = 'file'): Promise<void> => {
  expect((await readMutated({ bytes, fileName })).fault).toBeNull();
};

/**
 * Answers, and is busy with a file of five times the size for about five times as long: work that grows with the square
 * of the size would take twenty-five times as long. Below so many milliseconds a measurement says nothing.
 */
const answersInProportion = async (make: (size: number) => string): Promise<void> => {
  const busyWith = async (size: number) => {
    const { fault, busyMs } = await readMutated({ bytes: new TextEncoder().encode(make(size)), fileName: 'file' });
    expect(fault).toBeNull();
    return Math.max(busyMs ?? 0, 100);
  };
  const small = await busyWith(300_000);
  expect((await busyWith(1_500_000)) / small).toBeLessThan(15);
};

describe('readReport answers whatever it is given', () => {
  it('random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), (bytes) => answers(bytes)),
      { numRuns: runs },
    );
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
    await fc.assert(
      fc.asyncProperty(text, (bytes) => answers(bytes)),
      { numRuns: runs },
    );
  });
});

/** A few of each, always the same; the long run over mutated files reads thousands that are new each time. */
const mutatedRuns = { seed: 2026, numRuns: 12 };
const kinds = Object.entries<MutatedKind>(mutatedKinds).filter(([, { converted }]) => !converted);

describe('a text that is longer than a report may hold', () => {
  const long = '1'.repeat(150_000);
  const title = '云溪县青岚镇2016年政府信息公开工作年度报告\n一、概述\n';
  it.each([
    ['in a paragraph', `${title}${long}。`],
    ['in a cell', `${title}统计指标|单位|统计数\n主动公开数|条|${long}\n申请数|件|1\n`],
    ['in an item of a list', `<h1>${title}</h1><ul><li>${long}</li><li>1</li></ul>`],
    [
      'in a cell of a page',
      `<h1>${title}</h1><table><tr><td>项目</td><td>数</td></tr><tr><td>${long}</td><td>1</td></tr></table>`,
    ],
    [
      'in the caption of a table',
      `<h1>${title}</h1><table><caption>${long}</caption><tr><td>甲</td><td>1</td></tr></table>`,
    ],
    ['in the words for a picture', `<h1>${title}</h1><p>甲</p><img src="a.png" alt="${long}">`],
    ['in the address of a picture', `<h1>${title}</h1><p>甲</p><img src="${long}" alt="图">`],
    ['in the title', `${title.trim().split('\n')[0]}${long}\n一、概述\n`],
  ])('is read %s', (_, text) => answers(new TextEncoder().encode(text)));
});

describe('readReport answers to mutated files', () => {
  it.each(kinds)('of the kind %s', async (_, kind) => {
    const sound = await kind.sound();
    await fc.assert(
      fc.asyncProperty(mutations, (mutation) => answers(mutated(kind, sound, { mutation, port: 9 }), kind.fileName)),
      mutatedRuns,
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
    await answers(bytes, name.includes('CSV') ? 'file.csv' : 'file');
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
    'one title': (size) => `云溪县水利局2023年政府信息公开${'工作'.repeat(size / 6)}年度报告\n一、总体情况\n`,
    'text that the parser tells piece by piece': (size) => `${start}<style>${'a '.repeat(size / 2)}`,
    'a cell of line breaks': (size) => `${start}<table><tr><td>规章${'<br>一'.repeat(size / 7)}</td><td>1</td></tr>`,
    'heads over heads': (size) =>
      `${start}<table>${'<tr><td>信息内容</td><td>本年制发件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>1</td></tr>'.repeat(size / 200)}`,
    'one address': (size) => `${start}<p>邮箱 ${'a'.repeat(size)}</p>`,
  };

  it.each(Object.entries(hostile))('%s', async (_, make) => answersInProportion(make));
});
