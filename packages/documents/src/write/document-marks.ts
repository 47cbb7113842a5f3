import { chinaDate } from '@nianbao/core';
import type { CarriedReport } from '../carried/carried-report.ts';

/** An ISO date as 2026年1月15日. */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** What stands small at the edge of a document and is no part of the report's text. */
export interface DocumentMarks {
  /** “草稿（未发布）”; null for a published version. */
  readonly draft: string | null;
  /** Such as “第2版 · 2026年1月15日发布 · 校验码 0123456789ab”. */
  readonly version: string;
  /** The public page of the version, where there is one. */
  readonly address: string | null;
}

export function documentMarks({ digest, publication }: CarriedReport): DocumentMarks {
  const code = `校验码 ${digest.slice(0, 12)}`;
  if (publication === null) return { draft: '草稿（未发布）', version: `草稿 · ${code}`, address: null };
  const { version, publishedAt, address } = publication;
  const day = publishedAt === null ? [] : [`${dateText(chinaDate(publishedAt))}发布`];
  return { draft: null, version: [`第${version}版`, ...day, code].join(' · '), address };
}
