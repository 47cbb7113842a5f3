import type { Locale } from '@nianbao/core';
import type { BackupProgress } from '@nianbao/database';

const named: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  jobs: { zh: '待办任务', en: 'waiting jobs' },
  blobs: { zh: '附件文件', en: 'files' },
};

/** Says of each part of a backup that it is done, with its number of rows. */
export const saying =
  (lang: Locale, progress: (sentence: string) => void): BackupProgress =>
  ({ part, rows }) =>
    progress(`  ${named[part]?.[lang] ?? part} ${rows}`);
