import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectOnce } from '../connect.ts';
import { embeddedPostgresBin } from '../server/binaries.ts';
import { initCluster } from '../server/init-cluster.ts';
import { startPostgres } from '../server/postgres-server.ts';

export interface OtherServer {
  /** Makes an empty database without any tables; gives its address. */
  emptyDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const systemFolder = '/usr/lib/postgresql';

/** The programs of another PostgreSQL than the tests run on: a system one beside the embedded, the embedded beside it. */
function otherBin(): string {
  if (process.env.NIANBAO_TEST_POSTGRES_BIN !== undefined) return embeddedPostgresBin();
  const found = existsSync(systemFolder)
    ? readdirSync(systemFolder).map((name) => join(systemFolder, name, 'bin'))
    : [];
  return found.find((bin) => existsSync(join(bin, 'initdb'))) ?? embeddedPostgresBin();
}

/** Starts a PostgreSQL of another version, where the machine has one, with nothing in it. */
export async function startOtherServer(): Promise<OtherServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-other-'));
  const bin = otherBin();
  const password = randomBytes(12).toString('hex');
  const cluster = join(folder, 'postgres');
  await initCluster(bin, cluster, password);
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const server = await startPostgres({ bin, folder: cluster, password, port: 0, settings });
  return {
    async emptyDatabase() {
      const name = `empty_${randomBytes(6).toString('hex')}`;
      await connectOnce(server.url('postgres'), (sql) => sql`create database ${sql(name)}`);
      return server.url(name);
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
