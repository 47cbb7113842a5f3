import type { Text } from '@nianbao/core';
import type { AuditVerdict } from '@nianbao/database';
import { assertMigrated, connect, findSeal, verifyAuditTrail, verifyPublications } from '@nianbao/database';
import { auditFaultWords, publicationFaultWords } from './audit-words.ts';
import { exitCodes } from './exit-codes.ts';
import type { Operation } from './operation.ts';
import { Mistake } from './operation.ts';
import { withDatabase } from './with-database.ts';

interface NotedSeal {
  readonly number: number;
  readonly hash: string;
}

function notedSeal(given: string | boolean | undefined): NotedSeal | null {
  if (given === undefined) return null;
  const [, number, hash] = /^(\d{1,9}):([0-9a-f]{64})$/i.exec(String(given)) ?? [];
  if (number !== undefined && hash !== undefined) return { number: Number(number), hash: hash.toLowerCase() };
  throw new Mistake(
    '--seal 要写“编号:摘要”，摘要是 64 位十六进制数。',
    '--seal is NUMBER:HASH, the hash 64 hexadecimal digits.',
  );
}

/** The counts, and the newest seal for writing down. */
function account({ events, streams, seals, newestSeal }: AuditVerdict, publications: number): readonly Text[] {
  return [
    {
      zh: `审计记录 ${events} 条，${streams} 串，封存 ${seals} 次；公开版本 ${publications} 个。`,
      en: `${events} audit events in ${streams} streams, ${seals} seals; ${publications} published versions.`,
    },
    newestSeal === null
      ? { zh: '尚未封存。', en: 'There is no seal yet.' }
      : {
          zh: `最新封存：${newestSeal.number}:${newestSeal.hash}（${newestSeal.sealedAt.toISOString()}）。请记在别处，以后用 --seal 核对。`,
          en: `Newest seal: ${newestSeal.number}:${newestSeal.hash} (${newestSeal.sealedAt.toISOString()}). Write it down elsewhere, and hold it against the trail with --seal.`,
        },
  ];
}

const sealWords = ({ number }: NotedSeal): Text => ({
  zh: `第 ${number} 号封存与记下的摘要不符：它之前的记录被整体重写过`,
  en: `seal ${number} is not the one that was written down: what was before it has been rewritten`,
});

export const verifyAudit: Operation = {
  usage: {
    zh: `用法  nianbao verify-audit [选项]

重新计算审计记录的链和封存，并核对每个公开版本与发布时的记录，列出数量、最新封存和发现的问题。

  --seal 编号:摘要   核对以前记下的封存
  --json             以 JSON 输出
  --lang zh|en       说明用的语言

退出码：0 没有问题；1 发现改动或缺失；2 没能核验`,
    en: `Usage  nianbao verify-audit [OPTIONS]

Recomputes the chains and seals of the audit trail, and holds every published version against the event of its
publication; prints the counts, the newest seal, and what is wrong.

  --seal NUMBER:HASH   hold a seal that was written down earlier against the trail
  --json               print JSON
  --lang zh|en         language of what it says

Exit code: 0 nothing wrong; 1 alterations or gaps; 2 not verified`,
  },
  options: ['json', 'seal'],
  paths: 0,
  run({ config, progress, values }) {
    const noted = notedSeal(values.seal);
    return withDatabase(config(), progress, async ({ url }) => {
      await assertMigrated(url);
      const { database, close } = connect(url, { poolSize: 1 });
      try {
        const trail = await verifyAuditTrail(database);
        const published = await verifyPublications(database);
        const sealHolds = noted === null || (await findSeal(database, noted.number))?.hash === noted.hash;
        const faults = [
          ...trail.faults.map(auditFaultWords),
          ...published.faults.map(publicationFaultWords),
          ...(noted === null || sealHolds ? [] : [sealWords(noted)]),
        ];
        const inAll = faults.length + trail.faultsInAll - trail.faults.length;
        const verdict: Text =
          inAll === 0
            ? { zh: '没有发现问题。', en: 'Nothing is wrong.' }
            : { zh: `发现问题 ${inAll} 处：`, en: `Wrong: ${inAll}.` };
        return {
          code: inAll === 0 ? exitCodes.well : exitCodes.found,
          lines: [...account(trail, published.publications), verdict, ...faults],
          data: {
            ...trail,
            publications: published,
            ...(noted === null ? {} : { seal: { ...noted, holds: sealHolds } }),
          },
        };
      } finally {
        await close();
      }
    });
  },
};
