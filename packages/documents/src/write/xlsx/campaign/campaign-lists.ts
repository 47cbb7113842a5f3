import type { Finding, Report, Severity } from '@nianbao/core';
import { cellLabel, describe, findCell, formatOf, ruleById } from '@nianbao/core';
import type { CarriedReport } from '../../../carried/carried-report.ts';
import type { TextRow } from '../report/text-rows.ts';
import { textRowKinds } from '../report/text-rows.ts';
import type { ListColumn } from './list-columns.ts';

/** A report in its place in the campaign, with how much was found in it. */
export interface ListedReport {
  readonly number: number;
  readonly carried: CarriedReport;
  readonly found: Readonly<Record<Severity, number>>;
}

export interface ListedFinding {
  readonly number: number;
  readonly report: Report;
  readonly finding: Finding;
}

export interface ListedText {
  readonly number: number;
  readonly report: Report;
  readonly row: TextRow;
  readonly text: string;
}

const grades: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', notice: '提示' };

export const rosterColumns: readonly ListColumn<ListedReport>[] = [
  { head: '序号', width: 7, value: ({ number }) => number },
  { head: '行政机关', width: 32, wrapped: true, value: ({ carried }) => carried.report.agency },
  { head: '年度', width: 8, value: ({ carried }) => carried.report.year },
  { head: '格式', width: 8, value: ({ carried }) => carried.report.format },
  { head: '错误', width: 8, value: ({ found }) => found.error },
  { head: '警告', width: 8, value: ({ found }) => found.warning },
  { head: '提示', width: 8, value: ({ found }) => found.notice },
  { head: '版本', width: 8, value: ({ carried }) => carried.publication?.version ?? null },
  { head: '公布日期', width: 12, value: ({ carried }) => carried.report.publishedOn },
  { head: '成文日期', width: 12, value: ({ carried }) => carried.report.writtenOn },
  { head: '标题', width: 50, value: ({ carried }) => carried.report.title },
  { head: '网址', width: 40, value: ({ carried }) => carried.publication?.address ?? null },
  { head: '机关编号', width: 24, value: ({ carried }) => carried.publication?.agencyId ?? null },
  { head: '内容校验码', width: 68, value: ({ carried }) => carried.digest },
];

function sentences({ finding }: ListedFinding): { title: string; message: string; instruction: string } {
  const rule = ruleById.get(finding.rule);
  return rule === undefined ? { title: finding.rule, message: '', instruction: '' } : describe(rule, finding, 'zh');
}

/** Names of cells are listed up to here; the keys beside them are complete. */
const mostNames = 3;

function cellNames({ report, finding }: ListedFinding): string {
  const format = formatOf(report);
  if (format === null) return '';
  const cells = finding.cells.flatMap((key) => findCell(format, key) ?? []);
  const more = cells.length > mostNames ? `；等${cells.length}格` : '';
  return `${cells.slice(0, mostNames).map(cellLabel).join('；')}${more}`;
}

export const findingColumns: readonly ListColumn<ListedFinding>[] = [
  { head: '序号', width: 7, value: ({ number }) => number },
  { head: '行政机关', width: 28, wrapped: true, value: ({ report }) => report.agency },
  { head: '年度', width: 8, value: ({ report }) => report.year },
  { head: '级别', width: 8, value: ({ finding }) => grades[finding.severity] },
  { head: '规则', width: 28, value: ({ finding }) => finding.rule },
  { head: '问题', width: 36, wrapped: true, value: (listed) => sentences(listed).title },
  { head: '说明', width: 70, wrapped: true, value: (listed) => sentences(listed).message },
  { head: '现为', width: 14, value: ({ finding }) => finding.actual },
  { head: '应为', width: 14, value: ({ finding }) => finding.expected },
  { head: '相差', width: 10, value: ({ finding }) => finding.difference },
  { head: '所在单元格', width: 50, wrapped: true, value: cellNames },
  { head: '原文', width: 40, wrapped: true, value: ({ finding }) => finding.place?.quote ?? null },
  { head: '处理办法', width: 50, wrapped: true, value: (listed) => sentences(listed).instruction },
  { head: '单元格的键', width: 50, wrapped: true, value: ({ finding }) => finding.cells.join(' ') },
];

export const textColumns: readonly ListColumn<ListedText>[] = [
  { head: '序号', width: 7, value: ({ number }) => number },
  { head: '行政机关', width: 28, wrapped: true, value: ({ report }) => report.agency },
  { head: '年度', width: 8, value: ({ report }) => report.year },
  { head: '部分', width: 8, value: ({ row }) => row.section },
  { head: '块', width: 8, value: ({ row }) => row.block },
  { head: '类型', width: 10, value: ({ row }) => textRowKinds[row.kind] },
  { head: '内容', width: 120, wrapped: true, value: ({ text }) => text },
];
