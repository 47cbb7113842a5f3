import { takeBackup } from '@nianbao/database';
import { openBlobs } from '../start/open-blobs.ts';
import { version } from '../version.ts';
import { backedUpBlobs } from './backed-up-blobs.ts';
import { repeatingKinds } from './backed-up-jobs.ts';
import { exitCodes } from './exit-codes.ts';
import { fromStart, usualBackupName } from './file-name.ts';
import type { Operation } from './operation.ts';
import { saying } from './part-words.ts';
import { withDatabase } from './with-database.ts';

export const backup: Operation = {
  usage: {
    zh: `用法  nianbao backup [--out 文件] [选项]

把数据库和附件写成一个文件（.tar.gz）：取自同一时刻，期间服务照常使用。文件写完整才出现，只有本人可读。
登录状态、未用完的链接和限速计数不在其中；密码的散列在其中。服务器的 NIANBAO_SECRET（或数据文件夹里的 settings.json）
不在其中，请另行保存：二次验证要用它。

  --out 文件     写到哪里（默认在当前文件夹，以时间为名）；已有的文件不会覆盖
  --json         以 JSON 输出
  --lang zh|en   说明用的语言

退出码：0 完成；1 完成，但有附件缺失；2 没有完成`,
    en: `Usage  nianbao backup [--out FILE] [OPTIONS]

Writes the database and its files into one file (.tar.gz), as they were at one moment, while everybody goes on working.
The file appears when it is whole, and only its owner can read it. Who is signed in, links under way and counts of
attempts stay behind; hashes of passwords are kept. The server's NIANBAO_SECRET (or settings.json of the data folder) is
not in it: keep it elsewhere, second factors need it.

  --out FILE     where to write (default: this folder, named by the time); a file that is there is not written over
  --json         print JSON
  --lang zh|en   language of what it says

Exit code: 0 done; 1 done, but files are missing; 2 not done`,
  },
  options: ['json', 'out'],
  paths: 0,
  run: ({ config, progress, values, lang }) => {
    const now = new Date();
    const file = fromStart(String(values.out ?? usualBackupName(now)));
    const settings = config();
    return withDatabase(settings, progress, async ({ url }) => {
      const blobs = backedUpBlobs(openBlobs(settings));
      const parts = { url, file, version, now, repeating: repeatingKinds(), blobs };
      const { manifest, bytes, digest, missing } = await takeBackup(parts, saying(lang, progress));
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      return {
        code: missing.length === 0 ? exitCodes.well : exitCodes.found,
        lines: [
          {
            zh: `已备份到 ${file}（${bytes} 字节，${rows} 行）。`,
            en: `Backed up to ${file} (${bytes} bytes, ${rows} rows).`,
          },
          { zh: `SHA-256：${digest}。请记在别处。`, en: `SHA-256: ${digest}. Write it down elsewhere.` },
          ...missing.map((name) => ({ zh: `缺少附件 ${name}`, en: `The file ${name} is missing.` })),
        ],
        data: { file, bytes, digest, missing, takenAt: manifest.head.takenAt, tables: manifest.tables },
      };
    });
  },
};
