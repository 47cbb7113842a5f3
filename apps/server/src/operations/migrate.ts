import { migrateDatabase } from '@nianbao/database';
import { exitCodes } from './exit-codes.ts';
import type { Operation } from './operation.ts';
import { withDatabase } from './with-database.ts';

export const migrate: Operation = {
  usage: {
    zh: `用法  nianbao migrate [选项]

把数据库的表更新到本版本（任务队列的表也在内），说明做了哪些步骤，不启动服务。多台服务器可同时运行：只有一台更新，其余等待。

  --json         以 JSON 输出
  --lang zh|en   说明用的语言`,
    en: `Usage  nianbao migrate [OPTIONS]

Brings the tables of the database to this version, those of the job queue too, says which steps it took, and serves
nothing. Several may run at once: one migrates, the others wait.

  --json         print JSON
  --lang zh|en   language of what it says`,
  },
  options: ['json'],
  paths: 0,
  run: ({ config, progress }) =>
    withDatabase(config(), progress, async ({ url }) => {
      const { taken, inAll } = await migrateDatabase(url);
      return {
        code: exitCodes.well,
        lines:
          taken.length === 0
            ? [{ zh: `数据表已是本版本的（共 ${inAll} 步）。`, en: `The tables are up to date (${inAll} steps).` }]
            : [
                ...taken.map((name) => ({ zh: `已更新：${name}`, en: `Done: ${name}` })),
                {
                  zh: `数据表已更新到本版本（共 ${inAll} 步）。`,
                  en: `The tables are up to date now (${inAll} steps).`,
                },
              ],
        data: { taken, inAll },
      };
    }),
};
