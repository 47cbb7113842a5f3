import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { giveTo, launchAs, postgresAccount } from './postgres-account.ts';

const run = promisify(execFile);

/** The user that owns the databases of a cluster that we make. */
export const clusterUser = 'nianbao';

/** Where a cluster is built; what an interrupted attempt left there is cleared away by the next. */
const workPrefix = '.initdb-';

/** The major version of the PostgreSQL programs in a folder, such as 18. */
export async function postgresMajor(bin: string): Promise<number> {
  const { stdout } = await run(join(bin, 'postgres'), ['--version']);
  return Number(/\d+/.exec(stdout)?.[0]);
}

/**
 * Makes a cluster in a folder that does not exist yet: UTF-8, sorted by code point on every system, passwords by
 * SCRAM. It is built beside the folder and moved there whole, so that an interrupted attempt leaves no half cluster.
 */
export async function initCluster(bin: string, folder: string, password: string): Promise<void> {
  const account = postgresAccount();
  const parent = dirname(folder);
  for (const name of readdirSync(parent).filter((one) => one.startsWith(workPrefix))) {
    rmSync(join(parent, name), { recursive: true, force: true });
  }
  const work = mkdtempSync(join(parent, workPrefix));
  const cluster = join(work, 'cluster');
  const passwordFile = join(work, 'password');
  try {
    mkdirSync(cluster, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    for (const path of [work, cluster, passwordFile]) giveTo(account, path);
    const locale = (await postgresMajor(bin)) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
    const args = [
      ...['-D', cluster, '-U', clusterUser, '-E', 'UTF8', '-A', 'scram-sha-256', '--pwfile', passwordFile],
      ...['--lc-messages=C', '--lc-collate=C', '--lc-ctype=C.UTF-8', ...locale, '--no-instructions'],
    ];
    const launch = launchAs(account, { path: join(bin, 'initdb'), args }, work);
    await run(launch.command, [...launch.args], launch.identity);
    renameSync(cluster, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Refuses a cluster that another major version of PostgreSQL made: its files cannot be read. */
export async function assertSameMajor(bin: string, folder: string): Promise<void> {
  const versionFile = join(folder, 'PG_VERSION');
  const made = existsSync(versionFile) ? Number(readFileSync(versionFile, 'utf8')) : Number.NaN;
  const ours = await postgresMajor(bin);
  if (made !== ours) {
    throw new Error(
      `${folder} 由 PostgreSQL ${made} 建立，现有版本为 ${ours}。请用原版本导出数据后再导入。 / ${folder} was made by PostgreSQL ${made}, this is ${ours}: dump it with the old version and restore it into a new folder.`,
    );
  }
}
