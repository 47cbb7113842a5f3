import { readdirSync, readFileSync } from 'node:fs';
import type { Report } from '@nianbao/core';
import { formats } from '@nianbao/core';
import { busyOffice, exampleReport, writtenReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { carry } from '../carried/carried-report.ts';
import { convertOffice } from '../office/libre-office.ts';
import { layouts } from '../testing/layouts.ts';
import { brokenDoc, oldReport, richText, sheetXml, wordXml } from '../testing/old-files.ts';
import { packed } from '../testing/packed.ts';
import { reportAsPdf } from '../testing/pdf-report.ts';
import { wordReport } from '../testing/word.ts';
import { workbookReport } from '../testing/workbook.ts';
import type { DocumentFormatId } from '../write/document-formats.ts';
import { writeReport } from '../write/document-formats.ts';
import type { Extremes } from './changes.ts';
import * as extremes from './extremes.ts';
import type { Packing } from './packing.ts';
import { jsonPacking, pdfPacking, savedPacking, zipPacking } from './packing.ts';

/** A kind of file that is read: sound files of it, and how they are spoilt. */
export interface MutatedKind {
  readonly fileName: string;
  readonly extremes: Extremes;
  readonly packing: Packing | null;
  /** True for kinds that LibreOffice turns into newer ones before they are read. */
  readonly converted: boolean;
  sound(): Promise<readonly Uint8Array[]>;
}

const folder = new URL('../../examples/', import.meta.url);
const examples = (ending: string): Uint8Array[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(new URL(name, folder)));

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A busy report, and for each format two that were drawn once and for all. */
const reports = (): Report[] => [
  exampleReport({ facts: busyOffice, text: { 0: '2024年，本单位主动公开信息12条，同比增长20%。', 4: '解读偏少。' } }),
  ...formats.flatMap((format) => fc.sample(writtenReports(format), { seed: 2026, numRuns: 2 })),
];

const written = (id: DocumentFormatId): Promise<Uint8Array[]> =>
  Promise.all(reports().map((report) => writeReport(id, carry(report, null))));

const oldIndicators =
  '云溪县青岚镇2016年政府信息公开工作年度报告\n一、概述\n统计指标|单位|统计数\n一、主动公开情况|——|——\n（一）主动公开政府信息数|条|326\n其中：主动公开规范性文件数|条|4\n三、依申请公开情况|——|——\n4.不同意公开答复数|件|1\n七、依申请公开信息收取的费用|万元|0.35\n';

/** A report as a sheet saved as comma-separated values. */
const commas = (report: Report): Uint8Array =>
  encoded(
    (layouts.tabs?.(report) ?? '')
      .split('\n')
      .map((line) =>
        line
          .split('\t')
          .map((text) => (/[,"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
          .join(),
      )
      .join('\r\n'),
  );

/** Archives that are no document, documents of other programs, and one whose names lead elsewhere. */
const archives = (): Uint8Array[] => {
  const report = exampleReport({ facts: busyOffice });
  return [
    packed({ 'report.docx': wordReport(report), 'readme.txt': '年度报告' }),
    packed({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
    packed({ 'OFD.xml': '<ofd/>', 'Doc_0/Document.xml': '<a/>' }),
    packed({
      '../../../tmp/nianbao-was-here': 'x',
      'C:\\nianbao': 'x',
      '/etc/nianbao': 'x',
      'word/document.xml': '<a/>',
    }),
    zipPacking.pack(new Map([...zipPacking.unpack(wordReport(report)), ...zipPacking.unpack(workbookReport(report))])),
  ];
};

/** A file of an old kind as LibreOffice writes it; the first bytes of one where it is not on the machine. */
async function old(from: 'docx' | 'xlsx', to: 'doc' | 'xls'): Promise<readonly Uint8Array[]> {
  const report = exampleReport({ facts: busyOffice });
  const sources = from === 'docx' ? [oldReport(), wordReport(report)] : [workbookReport(report)];
  const files: Uint8Array[] = [];
  for (const source of sources) {
    const conversion = await convertOffice(source, from, to);
    files.push(conversion.kind === 'converted' ? conversion.bytes : brokenDoc());
  }
  return files;
}

const plain = { packing: null, converted: false } as const;
const beforehand = { packing: null, converted: true, extremes: extremes.oldExtremes } as const;

/** Every kind of file that is read; a new one is one row here. */
export const mutatedKinds = {
  html: {
    ...plain,
    fileName: 'report.html',
    extremes: extremes.htmlExtremes,
    sound: async () => [
      ...examples('.html'),
      ...(await written('html')),
      ...reports().map((report) => encoded(layouts.html?.(report) ?? '')),
    ],
  },
  mhtml: {
    ...plain,
    fileName: 'report.mht',
    extremes: extremes.htmlExtremes,
    packing: savedPacking,
    sound: async () =>
      [...examples('.html'), ...(await written('html'))].map((page) =>
        savedPacking.pack(
          new Map([
            ['page', page],
            ['a.png', new Uint8Array(200)],
          ]),
        ),
      ),
  },
  text: {
    ...plain,
    fileName: 'report.txt',
    extremes: extremes.textExtremes,
    sound: async () => [
      ...examples('.txt'),
      encoded(oldIndicators),
      ...Object.entries(layouts)
        .filter(([name]) => name !== 'html')
        .flatMap(([, layout]) =>
          reports()
            .slice(0, 2)
            .map((report) => encoded(layout(report))),
        ),
    ],
  },
  csv: {
    ...plain,
    fileName: 'report.csv',
    extremes: extremes.csvExtremes,
    sound: async () => [...(await written('csv')), ...reports().map(commas)],
  },
  json: {
    ...plain,
    fileName: 'report.json',
    extremes: extremes.jsonExtremes,
    packing: jsonPacking,
    sound: () => written('json'),
  },
  docx: {
    ...plain,
    fileName: 'report.docx',
    extremes: extremes.wordExtremes,
    packing: zipPacking,
    sound: async () => [...(await written('docx')), ...reports().map(wordReport)],
  },
  xlsx: {
    ...plain,
    fileName: 'report.xlsx',
    extremes: extremes.sheetExtremes,
    packing: zipPacking,
    sound: async () => [...(await written('xlsx')), ...reports().map((report) => workbookReport(report))],
  },
  pdf: {
    ...plain,
    fileName: 'report.pdf',
    extremes: extremes.pdfExtremes,
    packing: pdfPacking,
    sound: async () => [
      ...examples('.pdf'),
      ...(await written('pdf')),
      ...reports().map((report) => reportAsPdf(report)),
    ],
  },
  zip: {
    ...plain,
    fileName: 'report.zip',
    extremes: extremes.wordExtremes,
    packing: zipPacking,
    sound: async () => archives(),
  },
  doc: { ...beforehand, fileName: 'report.doc', sound: () => old('docx', 'doc') },
  xls: { ...beforehand, fileName: 'report.xls', sound: () => old('xlsx', 'xls') },
  rtf: { ...beforehand, fileName: 'report.rtf', sound: async () => [richText()] },
  wordXml: { ...beforehand, fileName: 'report.xml', sound: async () => [wordXml()] },
  excelXml: { ...beforehand, fileName: 'report.xls', sound: async () => [sheetXml()] },
} as const satisfies Readonly<Record<string, MutatedKind>>;

export type KindName = keyof typeof mutatedKinds;
