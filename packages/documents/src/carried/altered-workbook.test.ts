import { exampleReport } from '@nianbao/core/testing';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { convertOffice } from '../office/libre-office.ts';
import { readReport } from '../read-report.ts';
import { publication } from '../testing/publication.ts';
import { writeReport } from '../write/document-formats.ts';
import { carry } from './carried-report.ts';
import type { CopyState } from './copy-state.ts';
import { seenPlace } from './seen-place.ts';

const carried = carry(
  exampleReport({
    facts: { 't3.received.total': 2468, 't3.received.naturalPerson': 2460 },
    text: { 0: '全年主动公开政府信息1357条。' },
    writtenOn: '2025-01-12',
  }),
  publication,
);

type Parts = Record<string, string>;

/** Rewrites the XML of a workbook; sheets are named as a person sees them. */
async function workbook(change: (parts: Parts, sheet: (name: string) => string) => void): Promise<Uint8Array> {
  const bytes = unzipSync(await writeReport('xlsx', carried));
  const parts: Parts = Object.fromEntries(Object.entries(bytes).map(([name, part]) => [name, strFromU8(part)]));
  const list = parts['xl/workbook.xml'] ?? '';
  change(parts, (name) => `xl/worksheets/sheet${new RegExp(`name="${name}" sheetId="(\\d+)"`).exec(list)?.[1]}.xml`);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])));
}

async function copyIn(bytes: Uint8Array): Promise<CopyState> {
  const read = await readReport(bytes, { fileName: 'report.xlsx' });
  if (!read.ok) throw new Error(read.error.message.en);
  return read.copy;
}

/** What is said of a workbook, as a person reads it. */
async function toldOf(change: Parameters<typeof workbook>[0]): Promise<readonly string[]> {
  const copy = await copyIn(await workbook(change));
  if (copy.kind !== 'altered') return [copy.kind];
  return copy.alterations.map((one) => {
    const where = one.kind === 'seen' ? seenPlace(one).zh : one.kind === 'cell' ? one.cell : one.kind;
    return `${where} ${JSON.stringify(one.carried)} ${JSON.stringify(one.shown)}`;
  });
}

/** Replaces a stretch of a part, which has to be there. */
function swap(parts: Parts, name: string, from: string | RegExp, to: string): void {
  const before = parts[name] ?? '';
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  parts[name] = after;
}

const notesOf = (parts: Parts): string => Object.keys(parts).find((name) => name.startsWith('xl/comments')) ?? '';

const added = '<row r="900"><c r="B900" t="inlineStr"><is><t>共3000件</t></is></c></row></sheetData>';

describe('a workbook in which something beside tables and text was altered', () => {
  it.each<[string, Parameters<typeof workbook>[0], readonly string[]]>([
    [
      'a figure of the plain data',
      (parts, sheet) => swap(parts, sheet('数据'), '<v>2468</v>', '<v>2486</v>'),
      ['数据!G18 "2468" "2486"'],
    ],
    [
      'the state of a figure',
      (parts, sheet) => swap(parts, sheet('数据'), '>number<', '>blank<'),
      ['数据!F2 "number" "blank"'],
    ],
    [
      'a label of the plain data',
      (parts, sheet) => swap(parts, sheet('数据'), '· 规章 ·', '· 规程 ·'),
      ['数据!C2 "第二十条第（一）项 · 规章 · 本年制发件数" "第二十条第（一）项 · 规程 · 本年制发件数"'],
    ],
    [
      'the organ on the cover',
      (parts, sheet) => swap(parts, sheet('报告'), '>云溪县林业局<', '>云溪县水利局<'),
      ['报告!B3 "云溪县林业局" "云溪县水利局"'],
    ],
    [
      'the year on the cover',
      (parts, sheet) => swap(parts, sheet('报告'), '<v>2024</v>', '<v>2023</v>'),
      ['报告!B4 "2024" "2023"'],
    ],
    [
      'what a rule adds up to',
      (parts, sheet) => swap(parts, sheet('核对'), '<v>2468</v>', '<v>2460</v>'),
      ['核对!G15 "2468" "2460"'],
    ],
    [
      'a label of an official table',
      (parts, sheet) => swap(parts, sheet('表三'), '>（一）予以公开<', '>（一）不予公开<'),
      ['表三!B8 "（一）予以公开" "（一）不予公开"'],
    ],
    [
      'a note on a figure',
      (parts) => swap(parts, notesOf(parts), '报告原为', '报告现为'),
      [
        '表三!J6 批注或图形 "各项之和为2460，报告原为2468，相差8。此处保留报告原样，未作改动。" "各项之和为2460，报告现为2468，相差8。此处保留报告原样，未作改动。"',
      ],
    ],
    ['an added row', (parts, sheet) => swap(parts, sheet('数据'), '</sheetData>', added), ['数据!B900 "" "共3000件"']],
    [
      'a sheet under another name',
      (parts) => swap(parts, 'xl/workbook.xml', 'name="核对"', 'name="附表"'),
      ['核对 "核对" ""'],
    ],
    [
      'the title among the properties',
      (parts) => swap(parts, 'docProps/core.xml', '2024年', '2025年'),
      ['文档属性中的标题 "云溪县林业局2024年政府信息公开工作年度报告" "云溪县林业局2025年政府信息公开工作年度报告"'],
    ],
    [
      'what is printed under each page',
      (parts, sheet) => swap(parts, sheet('表二'), '&amp;R', '共9页&amp;R'),
      ['表二 页眉页脚 "第  页，共  页" "第  页，共  页共9页"'],
    ],
  ])('names %s', async (_, change, expected) => {
    const told = await toldOf(change);
    expect(told).toEqual(expect.arrayContaining([...expected]));
  });
});

describe('a workbook that still shows what it carries', () => {
  it.each<[string, Parameters<typeof workbook>[0]]>([
    ['with a formula replaced by its value', (parts, sheet) => swap(parts, sheet('表三'), /<f>SUM[^<]*<\/f>/, '')],
    [
      'with a value replaced by a formula that gives it',
      (parts, sheet) => swap(parts, sheet('数据'), '<v>2468</v>', '<f>2000+468</f><v>2468</v>'),
    ],
    [
      'with rows hidden by a filter',
      (parts, sheet) => swap(parts, sheet('数据'), '<row r="5"', '<row r="5" hidden="1"'),
    ],
    ['with a sheet hidden', (parts) => swap(parts, 'xl/workbook.xml', 'name="核对"', 'name="核对" state="hidden"')],
  ])('is unaltered %s', async (_, change) => {
    expect(await toldOf(change)).toEqual(['unaltered']);
  });

  const earlier = (change: Parameters<typeof workbook>[0]) =>
    toldOf((parts, sheet) => {
      swap(parts, 'customXml/item1.xml', /edition((?:&quot;|"):)\d+/, 'edition$19999');
      change(parts, sheet);
    });

  it('is unaltered where another edition of the writer chose other words, and only there', async () => {
    const reworded: Parameters<typeof workbook>[0] = (parts, sheet) =>
      swap(parts, sheet('报告'), '>行政机关<', '>报告机关<');
    expect(await toldOf(reworded)).toEqual(['报告!A3 "行政机关" "报告机关"']);
    expect(await earlier(reworded)).toEqual(['unaltered']);
    expect(await earlier((parts, sheet) => swap(parts, sheet('数据'), '<v>2468</v>', '<v>2486</v>'))).toEqual([
      '数据!G18 "2468" "2486"',
    ]);
  });
});

/** Each file starts LibreOffice anew, which takes seconds. */
const savedAgain = process.env.NIANBAO_SOAK === undefined ? (['xlsx'] as const) : (['xlsx', 'docx'] as const);

describe.each(savedAgain)('a %s that LibreOffice saved again', (id) => {
  it('is unaltered, where LibreOffice is on the machine', async () => {
    const saved = await convertOffice(await writeReport(id, carried), id, id);
    if (saved.kind === 'absent') return;
    expect(saved.kind).toBe('converted');
    const read = await readReport(saved.kind === 'converted' ? saved.bytes : new Uint8Array(), { fileName: `a.${id}` });
    expect(read.ok && read.copy).toMatchObject({ kind: 'unaltered' });
  });
});
