import type { GuideLine } from '../report/guide-sheet.ts';
import { GuideSheet, guideLayout } from '../report/guide-sheet.ts';
import type { WorkbookWriter } from '../workbook/workbook-writer.ts';

const layout = guideLayout('说明', [18, 96]);

/** What the first sheet says of the campaign once all of it is written. */
export interface CampaignCounts {
  readonly title: string;
  readonly reports: number;
  readonly byFormat: readonly { readonly name: string; readonly reports: number }[];
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly withErrors: number;
  readonly withText: boolean;
}

const sheetLines: readonly GuideLine[] = [
  ['名单', '一份报告一行：机关、年度、格式、版本、日期、网址、内容校验码和问题数。'],
  [
    '汇总表',
    '一份报告一行、一个数据项一列；第一行是数据项的键，供程序读取，第二行是官方名称。表末各列有合计、筛选出的合计和填数的报告数，都是公式。',
  ],
  [
    '表二 表三 表四',
    '同样的数，按官方表样的分组和次序排列；与勾稽关系不符的数变红，需要说明的变橙，改动数字后随之变化。',
  ],
  ['问题', '逐条列出各报告的问题：级别、规则、说明、两边的数、所在单元格和处理办法。'],
];

const markLines: readonly GuideLine[] = [
  ['空白', '报告没有填的，单元格就是空的，不当作0，也不计入“填数的报告数”。'],
  ['“/”和文字', '报告填“/”或者未能识别的，照样保留为文字，不计入合计。'],
  ['多种格式', '报告分属不同格式的，每种格式各有一套汇总表和分表，合计不跨格式相加。'],
];

/** Writes the sheet that says what the workbook holds and what its sums are made of. */
export function writeCampaignNotes(book: WorkbookWriter, counts: CampaignCounts): void {
  const guide = new GuideSheet(book.sheet(layout), counts.title);
  guide.line(['报告数', `${counts.reports}份，见“名单”。没有报告的机关不在其内，合计不含它们。`]);
  guide.lines(counts.byFormat.map(({ name, reports }) => [name, `${reports}份`]));
  guide.line(['有错误的报告', `${counts.withErrors}份`]);
  guide.line(['问题', `错误${counts.errors}条，警告${counts.warnings}条，提示${counts.notices}条，见“问题”。`]);
  guide.heading('各工作表');
  guide.lines(sheetLines);
  if (counts.withText) guide.line(['正文', '各报告的文字，一块一行，按原来的次序。']);
  guide.heading('怎样看数据');
  guide.lines(markLines);
  guide.end();
}
