import { execFileSync } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import type { Block, CellValue, Report } from '@nianbao/core';
import { emptyReport, formatById, formats } from '@nianbao/core';
import { exampleReport, writtenReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CarriedReport, PublicationMark } from '../../carried/carried-report.ts';
import { carriedText, carry } from '../../carried/carried-report.ts';
import type { OpenedPdf, TaggedPart } from '../../testing/opened-pdf.ts';
import { fontsInside, openPdf } from '../../testing/opened-pdf.ts';
import { documentParts } from '../document-parts.ts';
import { editions } from '../editions.ts';
import { drawPdf, PdfNotWritten, writePdf } from './write-pdf.ts';

const soak = process.env.NIANBAO_SOAK !== undefined;
const runs = soak ? 300 : 3;

const address = 'https://nianbao.example/reports/yunxi-linye/2024/2';
const publication: PublicationMark = {
  agencyId: 'yunxi-linye',
  version: 2,
  publishedAt: '2025-01-20T09:30:00+08:00',
  address,
};

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A report whose first section has this text. */
function reportOf(blocks: readonly Block[], facts: Readonly<Record<string, CellValue>> = {}): Report {
  const report = exampleReport({ writtenOn: '2025-01-15', facts });
  return {
    ...report,
    sections: report.sections.map((section, at) => (at === 0 ? { ...section, blocks: [...blocks] } : section)),
  };
}

async function drawn(carried: CarriedReport) {
  const pdf = await drawPdf(carried);
  if (!pdf.ok) throw new Error(pdf.detail);
  return { bytes: pdf.bytes, missing: pdf.missing, file: await openPdf(pdf.bytes) };
}

const fileOf = async (report: Report, mark: PublicationMark | null = null) => (await drawn(carry(report, mark))).file;

function partsOf(file: Pick<OpenedPdf, 'structure'>, role: string): readonly TaggedPart[] {
  const inside = (part: TaggedPart): readonly TaggedPart[] =>
    part.role === role ? [part] : part.parts.flatMap(inside);
  return file.structure.flatMap(inside);
}

const solid = (text: string): string => text.replaceAll(/\s/gu, '');

/** All that is read out of a file, without the signs before the items of lists. */
function wordsOf(part: TaggedPart): string {
  if (part.role === 'Lbl') return '';
  return part.parts.length === 0 ? part.text : part.parts.map(wordsOf).join('');
}

/** All that a report says, from top to bottom, as its parts have it. */
function saidIn(report: Report): string {
  return documentParts(report)
    .flatMap((part): readonly (string | null)[] => {
      switch (part.kind) {
        case 'title':
          return part.pieces;
        case 'facts':
          return part.facts.map(({ label, value }) => `${label}：${value}`);
        case 'heading':
        case 'paragraph':
          return [part.text];
        case 'list':
          return part.items;
        case 'textTable':
          return [part.table.caption, ...part.table.rows.flat()];
        case 'picture':
          return [part.alt];
        case 'statutoryTable':
          return [
            part.unit,
            ...part.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((c) => c.text))),
          ];
        case 'localRows':
          return part.rows.flatMap(({ label, values }) => [label, ...values]);
        case 'signature':
          return [part.agency, part.writtenOn];
        default:
          return [];
      }
    })
    .join('');
}

/** Labels beside several rows stand on one page or the other where a table goes over to the next. */
const beside = /三、本年度办理结果|（三）不予公开|（四）无法提供|（五）不予处理|（六）其他处理/gu;

describe('a report as a PDF', () => {
  it.each(formats.map((format) => format.id))('says every word and figure of format %s in order', async (id) => {
    const report = writtenReports(formatById[id]);
    await fc.assert(
      fc.asyncProperty(report, fc.constantFrom(null, publication), async (written, mark) => {
        const { file, missing } = await drawn(carry(written, mark));
        const read = solid(file.structure.map(wordsOf).join(''));
        const said = [...solid(saidIn(written))].map((character) => (missing.includes(character) ? '〓' : character));
        const body = missing.length === 0 ? read : read.slice(0, read.lastIndexOf('注：'));
        expect(body.replaceAll(beside, '')).toBe(said.join('').replaceAll(beside, ''));
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });

  it('carries the report itself, which reads back to the letter', async () => {
    const carried = carry(reportOf([paragraph('“㙍村”𠮷屋\u0000')]), publication);
    const { file } = await drawn(carried);
    expect([...file.attachments]).toEqual([['nianbao-report.json', carriedText(carried, editions.pdf)]]);
  });

  it('is an archive file with title, author, language and all its fonts', async () => {
    const report = reportOf([{ kind: 'heading', level: 2, text: '（一）主动公开' }, paragraph('公开。')]);
    const { bytes, file } = await drawn(carry(report, null));
    expect(file).toMatchObject({
      archiveLevel: '3A',
      language: 'zh-CN',
      title: '云溪县林业局2024年政府信息公开工作年度报告',
      author: '云溪县林业局',
    });
    const fonts = await fontsInside(bytes);
    const names = [...new Set(fonts.map(({ name }) => name.replace(/^.*\+/u, '')))].sort();
    expect(names).toEqual(['NotoSansSC-Medium', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular']);
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
  });

  it('has a bookmark for every heading', async () => {
    const file = await fileOf(reportOf([{ kind: 'heading', level: 2, text: '（一）主动公开' }]));
    expect(file.bookmarks.slice(0, 3)).toEqual(['一、总体情况', '（一）主动公开', '二、主动公开政府信息情况']);
    expect(file.bookmarks).toHaveLength(7);
  });

  it('has the same bytes whenever it is written, whatever was written before', async () => {
    const carried = carry(reportOf([paragraph('公开。')]), publication);
    const first = await writePdf(carried);
    await writePdf(carry(reportOf([paragraph('另一份。')]), null));
    expect(Buffer.compare(await writePdf(carried), first)).toBe(0);
  });

  it('says at the edge of its pages which version it is, or that it is a draft', async () => {
    const edgeOf = async (mark: PublicationMark | null) => {
      const { pages } = await fileOf(reportOf([]), mark);
      return pages.map((page) => solid(page.map(({ text }) => text).join('')));
    };
    for (const page of await edgeOf(publication)) {
      expect(page).toContain('第2版');
      expect(page).toContain(address);
      expect(page).not.toContain('草稿');
    }
    for (const page of await edgeOf(null)) expect(page).toContain('草稿（未发布）');
  });
});

describe('untrusted text in a PDF', () => {
  const marks = [
    '#import "@preview/x:0.1.0": *',
    '#read("/etc/passwd") #{sys.inputs}',
    '*bold* _em_ `raw` $x^2$ @ref <label>',
    '= 标题 - 列表 + 编号 / 词: 义 // 注释 /* 注 */',
    'https://www.example.gov.cn/zwgk?id=1&lang=zh',
    String.raw`\u{0} \n \\ ~ -- --- ... "a" 'b'`,
    '&nbsp;<b>]}) [#(',
  ];

  it.each(marks)('%s comes out literally, wherever it stands', async (text) => {
    const report = {
      ...reportOf([paragraph(text), { kind: 'list', ordered: true, items: [text] }], {
        't3.granted.total': { unreadable: text },
      }),
      title: text,
      agency: text,
      indexNumber: text.slice(0, 100),
    };
    const read = solid((await fileOf(report)).structure.map(wordsOf).join(''));
    expect(read.split(solid(text)).length).toBeGreaterThanOrEqual(5);
  });

  it('shows characters that no font has as 〓, names them, and says so at the end', async () => {
    const { file, missing } = await drawn(carry(reportOf([paragraph('“㙍”“𠮷”3.6㎡\u0007😀é')]), null));
    expect(missing).toEqual(['𠮷', '\u0007', '😀']);
    const read = file.structure.map(wordsOf).join('');
    expect(read).toContain('“㙍”“〓”3.6㎡〓〓é');
    expect(read).toContain('U+20BB7、U+0007、U+1F600');
  });

  it('leaves out marks that are not seen by their nature', async () => {
    const { file, missing } = await drawn(carry(reportOf([paragraph('公\u200b开\ufeff\u202e信\u00ad息')]), null));
    expect(missing).toEqual([]);
    expect(partsOf(file, 'P').map(({ text }) => text)).toContain('公开信息');
  });
});

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('pictures in a PDF', () => {
  const image = (base64: string, alt = '示意图'): Block => ({
    kind: 'image',
    source: `data:image/png;base64,${base64}`,
    alt,
  });
  const huge = Buffer.from(dot, 'base64').fill(0x7f, 16, 17).toString('base64');

  it('are shown with their words for those who do not see them', async () => {
    expect(partsOf(await fileOf(reportOf([image(dot)])), 'Figure').map(({ alt }) => alt)).toEqual(['示意图']);
  });

  it('that are broken, or claim more pixels than a page needs, leave their words and nothing else behind', async () => {
    const file = await fileOf(reportOf([image(dot.slice(0, 60), '断图'), image(huge, '大图'), image(dot, '好图')]));
    expect(partsOf(file, 'Figure').map(({ alt }) => alt)).toEqual(['好图']);
    const paragraphs = partsOf(file, 'P').map(({ text }) => text);
    expect(paragraphs).toEqual(expect.arrayContaining(['〔图：断图〕', '〔图：大图〕']));
  });
});

/**
 * The edges of A4 within which everything stands, in points: margins of 28 and 26 mm at the sides. A bracket at the edge
 * has its empty half outside.
 */
const emptyHalf = 9;
const edges = { left: 79 - emptyHalf, right: 522 + emptyHalf, bottom: 40, top: 790 };

const outside = (file: OpenedPdf) =>
  file.pages.flatMap((page) =>
    page.filter(({ x, y, width }) => x < edges.left || x + width > edges.right || y < edges.bottom || y > edges.top),
  );

describe('the pages of a PDF', () => {
  const hostileText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('', '\n\n', '9007199254740991', 'a'.repeat(900), '一'.repeat(2000), '）'.repeat(99), '\ud800'),
  );
  const hostileBlock: fc.Arbitrary<Block> = fc.oneof(
    hostileText.map(paragraph),
    fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 2, max: 4 }), text: hostileText }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(hostileText, { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      caption: fc.option(hostileText),
      headRows: fc.nat(8),
      rows: fc.array(fc.array(hostileText, { maxLength: 20 }), { maxLength: 5 }),
    }),
    fc.record({
      kind: fc.constant('localRow' as const),
      label: hostileText,
      values: fc.array(hostileText, { maxLength: 4 }),
    }),
  );
  const cell = fc.constantFrom(...formatById['2021'].cells.map(({ key }): string => key));
  const value = fc.oneof(
    hostileText.map((unreadable) => ({ unreadable })),
    fc.constant(Number.MAX_SAFE_INTEGER),
  );

  it('hold everything within their margins, whatever the report says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileBlock, { maxLength: 6 }), fc.dictionary(cell, value), async (blocks, facts) => {
        expect(outside(await fileOf(reportOf(blocks, facts)))).toEqual([]);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });

  it.each<[string, Report, number]>([
    ['without any text', emptyReport('云溪县林业局', 2024, formatById['2021']), 3],
    ['from before the official tables', { ...reportOf([paragraph('公开。')]), format: null, facts: {} }, 1],
    ['without a name, a year or a section', { ...reportOf([]), agency: null, year: null, title: '', sections: [] }, 3],
    [
      'of sixty sections',
      {
        ...reportOf([]),
        sections: Array.from({ length: 60 }, (_, at) => ({ id: null, title: `第${at + 1}部分`, blocks: [] })),
      },
      6,
    ],
  ])('are few for a report %s', async (_, report, most) => {
    const { pages } = await fileOf(report);
    expect(pages.length).toBeLessThanOrEqual(most);
  });

  it('hold each statutory table whole', async () => {
    const text = Array.from({ length: 9 }, () => paragraph('全年通过门户网站主动公开政府信息，'.repeat(12)));
    const file = await fileOf(reportOf(text));
    expect(partsOf(file, 'Table').map((table) => partsOf({ structure: [table] }, 'TR').length)).toEqual([14, 28, 4]);
  });

  it('repeat the heads of a table that no page can hold', async () => {
    const rows = Array.from({ length: 80 }, (_, at) => [`第${at + 1}项`, '公开']);
    const file = await fileOf(
      reportOf([{ kind: 'table', caption: null, headRows: 1, rows: [['事项名称', '方式'], ...rows] }]),
    );
    const pages = file.pages.map((page) => solid(page.map(({ text }) => text).join('')));
    const withRows = pages.filter((page) => /第\d+项公开/u.test(page));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page).toContain('事项名称');
  });

  it('show what is too long for a cell under the table', async () => {
    const text = '本年度共收到申请251000件，其中含上年结转，具体数字以统计部门公布的为准。';
    const file = await fileOf(reportOf([], { 't3.granted.total': { unreadable: text } }));
    expect(partsOf(file, 'P').map((part) => solid(part.text))).toContain(`〔注1〕${text}`);
  });
});

const module = new URL('write-pdf.ts', import.meta.url).href;

describe('writing a PDF', () => {
  it('gives the same bytes in another thread', async () => {
    const carried = carry(reportOf([paragraph('公开。')]), null);
    const code = `
      const { parentPort, workerData } = require('node:worker_threads');
      import(workerData.module)
        .then(({ writePdf }) => writePdf(workerData.carried))
        .then((bytes) => parentPort.postMessage(bytes));`;
    const worker = new Worker(code, { eval: true, workerData: { module, carried } });
    const bytes = await new Promise<unknown>((resolve, reject) =>
      worker.once('message', resolve).once('error', reject),
    );
    await worker.terminate();
    expect(bytes).toEqual(await writePdf(carried));
  });

  it('says in one sentence what to do where the typesetter is not installed', () => {
    const carried = carry(reportOf([]), null);
    const code = `
      const { registerHooks } = await import('node:module');
      registerHooks({
        resolve(name, context, next) {
          if (name.startsWith('@myriaddreamin/')) throw new Error('not installed');
          return next(name, context);
        },
      });
      const { writePdf } = await import(${JSON.stringify(module)});
      await writePdf(${JSON.stringify(carried)}).catch((error) => console.log(error.message));`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    expect(said.trim()).toBe(new PdfNotWritten('COMPILER_MISSING', '').message);
  });
});
