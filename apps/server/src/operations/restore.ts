import type { Text } from '@nianbao/core';
import type { BackupManifest, RestoredBackup } from '@nianbao/database';
import { checkBackup, restoreBackup } from '@nianbao/database';
import { openBlobs } from '../start/open-blobs.ts';
import { auditFaultWords } from './audit-words.ts';
import { backedUpBlobs } from './backed-up-blobs.ts';
import { allKinds } from './backed-up-jobs.ts';
import { exitCodes } from './exit-codes.ts';
import { fromStart } from './file-name.ts';
import type { Operation, Outcome } from './operation.ts';
import { saying } from './part-words.ts';
import { withDatabase } from './with-database.ts';

const rowsOf = ({ tables }: BackupManifest) => tables.reduce((sum, { rows }) => sum + rows, 0);

async function check(file: string): Promise<Outcome> {
  const manifest = await checkBackup(file);
  const { takenAt, version } = manifest.head;
  const words: Text = {
    zh: `备份完整：${takenAt} 由 nianbao ${version} 建立，${rowsOf(manifest)} 行。没有恢复任何数据。`,
    en: `The backup is whole: taken ${takenAt} by nianbao ${version}, ${rowsOf(manifest)} rows. Nothing was restored.`,
  };
  return { code: exitCodes.well, lines: [words], data: manifest };
}

function restoredWords({ manifest, audit, jobs, migrated }: RestoredBackup): readonly Text[] {
  const rows = rowsOf(manifest);
  return [
    {
      zh: `已恢复 ${manifest.head.takenAt} 的备份：${rows} 行，数量和摘要与备份一致；待办任务 ${jobs.restored} 个。`,
      en: `Restored the backup of ${manifest.head.takenAt}: ${rows} rows, counts and digests as in the backup; ${jobs.restored} waiting jobs.`,
    },
    ...(jobs.unknown === 0
      ? []
      : [
          {
            zh: `有 ${jobs.unknown} 个任务属于已不存在的种类，没有恢复。`,
            en: `${jobs.unknown} jobs of kinds that are no more were left out.`,
          },
        ]),
    ...migrated.map((name) => ({ zh: `数据表已更新：${name}`, en: `Tables brought up to date: ${name}` })),
    audit.faultsInAll === 0
      ? { zh: `审计记录 ${audit.events} 条，没有发现问题。`, en: `${audit.events} audit events, nothing wrong.` }
      : {
          zh: `备份中的审计记录有 ${audit.faultsInAll} 处问题（备份之前就有）：`,
          en: `The audit trail in the backup has ${audit.faultsInAll} faults, from before it was taken:`,
        },
    ...audit.faults.map(auditFaultWords),
  ];
}

export const restore: Operation = {
  usage: {
    zh: `用法  nianbao restore 备份文件 [选项]

把备份恢复到空数据库（PostgreSQL 15 或更高），要么全部，要么什么也不改：先核对整个文件，再按备份时的表装入，核对数量和
摘要，更新到本版本的表，并核验审计记录。不空的数据库、不完整或改动过的文件、更新版本的备份，一律拒绝。
恢复后大家要重新登录。等待执行的任务（如定时发布）继续等待，时间已过的立即执行。

  --check          只核对备份文件，不恢复
  --without-jobs   不恢复等待执行的任务：用于试验的副本，以免对外发信
  --json           以 JSON 输出
  --lang zh|en     说明用的语言

退出码：0 完成；1 完成，但备份中的审计记录有问题；2 没有恢复`,
    en: `Usage  nianbao restore BACKUP [OPTIONS]

Restores a backup into an empty database (PostgreSQL 15 or later), all of it or nothing: the whole file is checked first,
then loaded into the tables as they were, counted and digested, brought to the tables of this version, and the audit trail
verified. A database that holds something, a cut or altered file, and a backup of a newer version are refused. People
sign in again afterwards. Jobs that waited, such as scheduled publication, go on waiting; those that are late are done at
once.

  --check          only check the file
  --without-jobs   leave the waiting jobs out: for copies to try things on, which must not write to people
  --json           print JSON
  --lang zh|en     language of what it says

Exit code: 0 done; 1 done, but the audit trail in the backup has faults; 2 nothing was restored`,
  },
  options: ['json', 'check', 'without-jobs'],
  paths: 1,
  run({ config, progress, values, lang, paths }) {
    const file = fromStart(paths[0] ?? '');
    if (values.check === true) return check(file);
    const settings = config();
    return withDatabase(settings, progress, async ({ url }) => {
      const blobs = backedUpBlobs(openBlobs(settings));
      const parts = { url, file, kinds: allKinds(), withoutJobs: values['without-jobs'] === true, blobs };
      const restored = await restoreBackup(parts, saying(lang, progress));
      const { manifest, audit, jobs, migrated } = restored;
      return {
        code: audit.faultsInAll === 0 ? exitCodes.well : exitCodes.found,
        lines: restoredWords(restored),
        data: { file, takenAt: manifest.head.takenAt, tables: manifest.tables, audit, jobs, migrated },
      };
    });
  },
};
