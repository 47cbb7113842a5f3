import type { Format } from '@nianbao/core';
import { chinaDate } from '@nianbao/core';
import type { CarriedReport } from '../../../carried/carried-report.ts';
import type { SheetWriter } from '../workbook/workbook-writer.ts';
import { dataColumns } from './data-sheet.ts';
import type { GuideContent, GuideLine } from './guide-sheet.ts';
import { GuideSheet, guideLayout } from './guide-sheet.ts';
import { sheetNames } from './sheet-names.ts';

export const coverLayout = guideLayout(sheetNames.cover, [16, 90]);

/** How many rules the figures break: a formula, and what it comes to now. */
export interface BrokenRules {
  readonly formula: string;
  readonly now: number;
}

function brokenContent({ formula, now }: BrokenRules): GuideContent {
  const word = (count: string | number) => `${count}处不符，见“${sheetNames.checks}”表`;
  return {
    kind: 'formula',
    formula: `IF(${formula}=0,"未发现不符",${formula}&"${word('')}")`,
    result: now === 0 ? '未发现不符' : word(now),
  };
}

function factsOf({ report, publication, digest }: CarriedReport, format: Format | null): readonly GuideLine[] {
  return [
    ['标题', report.title],
    ['行政机关', report.agency],
    ['年度', report.year === null ? null : { kind: 'number', value: report.year }],
    [
      '格式',
      format === null ? '2019年以前的报告，没有全国统一的统计表' : `${format.id}年格式，${format.cells.length}个数据项`,
    ],
    ['格式依据', format?.basis ?? null],
    ['索引号', report.indexNumber],
    ['成文日期', report.writtenOn],
    ['公布日期', report.publishedOn],
    ['版本', publication === null ? '尚未公布' : `第${publication.version}版`],
    ['版本公布时间', publication?.publishedAt == null ? null : chinaDate(publication.publishedAt)],
    ['公布网址', publication?.address ?? null],
    ['机关编号', publication?.agencyId ?? null],
    ['内容校验码', digest],
  ];
}

const sheetLines: readonly GuideLine[] = [
  [
    `${sheetNames.t2} ${sheetNames.t3} ${sheetNames.t4}`,
    '按官方表样绘制的统计表。总计与各项之和一致的，单元格里是求和公式；不一致或者没有填的，保留报告原样并加批注。',
  ],
  [sheetNames.checks, '逐条列出勾稽关系，两边的数和结果都是公式，改动数字后自动重算。'],
  [sheetNames.text, '报告的文字，一块一行，按原来的次序。'],
  [
    sheetNames.data,
    `写出本文件时的全部数据项，一格一行，没有合并单元格和公式，供程序读取。各列：${dataColumns.map(({ name, meaning }) => `${name} ${meaning}`).join('；')}。`,
  ],
];

const markLines: readonly GuideLine[] = [
  ['空白', '报告没有填的，单元格就是空的，不当作0；底色浅黄。'],
  ['“/”', '报告填“/”的，照样保留为文字，不当作0；底色浅黄。'],
  ['未能识别', '读不成数字的，保留原来的文字，红色斜体并加批注，不猜测。'],
  ['红色', '与勾稽关系不符：深红是应当核对的数，浅红是与之相关的数。空白处填什么都不能成立时才变红。'],
  ['橙色', '数字不合常理，需要核对或者作情况说明。'],
];

/** Writes the first sheet: which report this is, whether its figures agree, and how to read the other sheets. */
export function writeCoverSheet(
  sheet: SheetWriter,
  carried: CarriedReport,
  about: { readonly format: Format | null; readonly broken: BrokenRules | null },
): void {
  const guide = new GuideSheet(sheet, carried.report.title);
  guide.lines(factsOf(carried, about.format));
  if (about.broken !== null) guide.line(['核对结果', brokenContent(about.broken)]);
  guide.heading('各工作表');
  guide.lines(sheetLines.filter(([name]) => about.format !== null || name === sheetNames.text));
  if (about.format !== null) {
    guide.heading('怎样看数据');
    guide.lines(markLines);
  }
  guide.heading('机器可读的报告');
  guide.line([
    '随附数据',
    '本文件另外带有完整的机器可读报告及其校验码，重新导入时不会丢失内容；改动过的数字和文字可以据此查出。',
  ]);
  guide.end();
}
