import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Text } from '@nianbao/core';
import { existsDataFolder, startEmbeddedPostgres } from '@nianbao/database';
import type { Config } from '../start/config.ts';
import { InvalidConfig } from '../start/config.ts';
import type { Check, CheckParts, CheckResult, CheckState } from './check.ts';
import { bad } from './check.ts';
import { checkFailure } from './check-failure.ts';
import { checksOfDatabase } from './checks-of-database.ts';
import { checksOfMachine } from './checks-of-machine.ts';
import { checksOfPeople } from './checks-of-people.ts';
import { checksOfSettings } from './checks-of-settings.ts';
import { exitCodes } from './exit-codes.ts';
import type { Operation } from './operation.ts';
import { withDatabase } from './with-database.ts';

const checks: readonly Check[] = [...checksOfMachine, ...checksOfDatabase, ...checksOfSettings, ...checksOfPeople];

const signs: Readonly<Record<CheckState, string>> = { well: '✓', note: '!', bad: '✗', unset: '–' };

const longest = 60_000;

const tooLate = async (): Promise<CheckResult> => {
  await delay(longest, undefined, { ref: false });
  return bad('没有结果', 'no answer');
};

async function lookAtAll(parts: CheckParts) {
  return Promise.all(
    checks.map(async ({ id, title, look }) => {
      const result = await Promise.race([look(parts).catch(checkFailure), tooLate()]);
      return { id, title, ...result };
    }),
  );
}

/**
 * Opens the database as a server would. Where no server has been started yet, the embedded one is tried in a folder that
 * is thrown away: looking makes nothing.
 */
async function withParts<T>(config: Config, work: (parts: CheckParts) => Promise<T>): Promise<T> {
  const quiet = () => {};
  if (config.databaseUrl === null && !existsDataFolder(config.dataFolder)) {
    const folder = await mkdtemp(join(tmpdir(), 'nianbao-doctor-'));
    const embedded = await startEmbeddedPostgres(folder).catch(() => null);
    const opened = embedded === null ? null : { url: embedded.url, secret: embedded.secret };
    try {
      return await work({ config, opened });
    } finally {
      await embedded?.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
  let begun = false;
  const looked = withDatabase(config, quiet, (opened) => {
    begun = true;
    return work({ config, opened });
  });
  return looked.catch((error: unknown) => {
    if (begun || error instanceof InvalidConfig) throw error;
    return work({ config, opened: null });
  });
}

export const doctor: Operation = {
  usage: {
    zh: `用法  nianbao doctor [选项]

逐项检查设置和运行条件，每项一行：✓ 正常，! 可用但需要知道，✗ 不能用，– 没有设置。不改任何东西，服务运行时也可以用。

  --json         以 JSON 输出
  --lang zh|en   说明用的语言

退出码：0 没有 ✗；1 有 ✗；2 没能检查（如设置有误）`,
    en: `Usage  nianbao doctor [OPTIONS]

Looks at what is configured and whether it works, one line each: ✓ works, ! works but you should know, ✗ does not work,
– is not set. Changes nothing, and may be run beside a server.

  --json         print JSON
  --lang zh|en   language of what it says

Exit code: 0 no ✗; 1 some ✗; 2 not looked at, as with wrong settings`,
  },
  options: ['json'],
  paths: 0,
  async run({ config }) {
    const looked = await withParts(config(), lookAtAll);
    const line = (lang: keyof Text) => (row: (typeof looked)[number]) =>
      `${signs[row.state]} ${row.title[lang]}${lang === 'zh' ? '：' : ': '}${row.found[lang]}`;
    return {
      code: looked.some(({ state }) => state === 'bad') ? exitCodes.found : exitCodes.well,
      lines: looked.map((row) => ({ zh: line('zh')(row), en: line('en')(row) })),
      data: { checks: looked },
    };
  },
};
