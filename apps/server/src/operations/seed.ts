import { connect, migrateDatabase } from '@nianbao/database';
import { demoAccounts } from '../demo/accounts.ts';
import { seedDemonstration } from '../demo/seed.ts';
import { openJobs } from '../jobs/work-jobs.ts';
import { createLog } from '../logs/create-log.ts';
import { exitCodes } from './exit-codes.ts';
import type { Operation } from './operation.ts';
import { withDatabase } from './with-database.ts';

export const seed: Operation = {
  usage: {
    zh: `用法  nianbao seed [选项]

把虚构的云溪县（单位、人员、两年的报告）写入空数据库，并列出可以登录的账号。数据库里已有单位时拒绝，什么也不改。

  --json         以 JSON 输出
  --lang zh|en   说明用的语言`,
    en: `Usage  nianbao seed [OPTIONS]

Fills an empty database with an invented county: agencies, people, two years of reports; prints the sign-ins. Refuses a
database that has agencies, and changes nothing there.

  --json         print JSON
  --lang zh|en   language of what it says`,
  },
  options: ['json'],
  paths: 0,
  run: ({ config, progress }) => {
    const settings = config();
    return withDatabase(settings, progress, async ({ url }) => {
      await migrateDatabase(url);
      const { database, close } = connect(url);
      const jobs = await openJobs({ url, database, log: createLog('error') });
      const filled = await seedDemonstration(database, jobs).finally(async () => {
        await jobs.stop();
        await close();
      });
      const accounts = demoAccounts.flatMap(({ username, password, title }) =>
        password === null ? [] : [{ username, password, title }],
      );
      if (!filled) {
        const refused = {
          zh: '数据库里已有单位，没有写入演示数据。',
          en: 'The database has agencies already: nothing was written.',
        };
        return { code: exitCodes.notDone, lines: [refused], data: { filled } };
      }
      return {
        code: exitCodes.well,
        lines: [
          { zh: '已写入演示数据（云溪县）。账号：', en: 'Filled in the demonstration county. Sign-ins:' },
          ...accounts.map(({ username, password, title }) => ({
            zh: `  ${username.padEnd(8)} ${password.padEnd(18)} ${title.zh}`,
            en: `  ${username.padEnd(8)} ${password.padEnd(18)} ${title.en}`,
          })),
        ],
        data: { filled, accounts },
      };
    });
  },
};
