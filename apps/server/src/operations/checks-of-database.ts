import type { Database } from '@nianbao/database';
import { connect, countJobs, databaseFacts, findNewestSeal, migrationStateOf } from '@nianbao/database';
import type { Check, CheckParts, CheckResult } from './check.ts';
import { bad, note, unset, well } from './check.ts';

const waitingLong = 10_000;
const clockDrift = 5;
/** Seals are made every minute where a server does its jobs. */
const sealOverdue = 10 * 60_000;

/** Looks at the database where it can be reached; what it was not reached for is told in its own row. */
async function inDatabase(
  { opened }: CheckParts,
  look: (database: Database, url: string) => Promise<CheckResult>,
): Promise<CheckResult> {
  if (opened === null) return bad('数据库连不上', 'the database cannot be reached');
  const { database, close } = connect(opened.url, { poolSize: 1, statementSeconds: 10 });
  try {
    return await look(database, opened.url);
  } finally {
    await close();
  }
}

export const checksOfDatabase: readonly Check[] = [
  {
    id: 'database',
    title: { zh: '数据库', en: 'database' },
    look: (parts) =>
      inDatabase(parts, async (database) => {
        const { version, supported, roundTrip, ahead, size } = await databaseFacts(database);
        const [ms, seconds, mb] = [roundTrip.toFixed(1), ahead.toFixed(1), (size / 1e6).toFixed(0)];
        const kind = parts.config.databaseUrl === null ? ['内置 ', 'embedded '] : ['', ''];
        const words = [
          `${kind[0]}PostgreSQL ${version}，应答 ${ms} 毫秒，时钟相差 ${seconds} 秒，${mb} MB`,
          `${kind[1]}PostgreSQL ${version}, answers in ${ms} ms, clock differs by ${seconds} s, ${mb} MB`,
        ] as const;
        return !supported ? bad(...words) : Math.abs(ahead) > clockDrift ? bad(...words) : well(...words);
      }),
  },
  {
    id: 'tables',
    title: { zh: '数据表', en: 'tables' },
    look: (parts) =>
      inDatabase(parts, async (_, url) => {
        const { applied, pending, unknown } = await migrationStateOf(url);
        if (unknown > 0) return bad('由更新的版本建立', 'made by a newer version');
        if (applied.length === 0) return note('尚未建立，首次启动时建立', 'not there yet; made at the first start');
        if (pending.length === 0) return well(`最新（${applied.length} 步）`, `up to date (${applied.length} steps)`);
        const { migrates } = parts.config;
        const names = pending.map(({ name }) => name).join(', ');
        return migrates
          ? note(`下次启动时更新：${names}`, `brought up to date at the next start: ${names}`)
          : bad(`请运行 nianbao migrate：${names}`, `run nianbao migrate: ${names}`);
      }),
  },
  {
    id: 'jobs',
    title: { zh: '任务队列', en: 'jobs' },
    look: (parts) =>
      inDatabase(parts, async (database) => {
        const counts = await countJobs(database);
        if (counts === null) return unset('尚未建立', 'not there yet');
        const { waiting, parked } = counts;
        const words = [`等待 ${waiting}，搁置 ${parked}`, `${waiting} waiting, ${parked} parked`] as const;
        return parked > 0 || waiting > waitingLong ? note(...words) : well(...words);
      }),
  },
  {
    id: 'audit',
    title: { zh: '审计封存', en: 'audit seals' },
    look: (parts) =>
      inDatabase(parts, async (database, url) => {
        if ((await migrationStateOf(url)).pending.length > 0) return unset('尚未建立', 'not there yet');
        const { seal, unsealedSince } = await findNewestSeal(database);
        const number = seal?.number ?? 0;
        const since = Math.max(unsealedSince?.getTime() ?? Number.POSITIVE_INFINITY, seal?.sealedAt.getTime() ?? 0);
        if (Date.now() - since > sealOverdue) {
          return note(
            `有记录尚未封存（最近一次封存为第 ${number} 号）；服务运行时每分钟封存一次`,
            `there are events after seal ${number} without one; a running server makes one every minute`,
          );
        }
        return well(`共 ${number} 次`, `${number} so far`);
      }),
  },
];
