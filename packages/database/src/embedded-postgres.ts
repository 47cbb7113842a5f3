import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { connectOnce } from './connect.ts';
import { embeddedPostgresBin } from './server/binaries.ts';
import { openDataFolder, readDataFolder } from './server/data-folder.ts';
import { isFolderInUse, lockFolder } from './server/folder-lock.ts';
import { assertSameMajor, initCluster } from './server/init-cluster.ts';
import { stopOrphanedServer } from './server/orphaned-server.ts';
import { clusterUrl, startPostgres } from './server/postgres-server.ts';

/** The database that the embedded PostgreSQL holds for the product. */
const databaseName = 'nianbao';

export interface EmbeddedPostgres {
  /** Address for `connect`. */
  readonly url: string;
  /** Random secret of this data folder, for signing sessions. */
  readonly secret: string;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that came with npm on a data folder of its own, made on first use. Only this machine can
 * connect, with a random password. A server that a killed predecessor left behind is stopped first, and PostgreSQL
 * then recovers everything that was committed. Throws `DataFolderInUse` for a second server on the same folder.
 */
export async function startEmbeddedPostgres(path: string): Promise<EmbeddedPostgres> {
  const folder = openDataFolder(path);
  const release = lockFolder(folder.path);
  try {
    const bin = embeddedPostgresBin();
    const { password } = folder.settings;
    if (existsSync(folder.cluster)) {
      await assertSameMajor(bin, folder.cluster);
      await stopOrphanedServer(folder.cluster);
    } else {
      await initCluster(bin, folder.cluster, password);
    }
    const location = { bin, folder: folder.cluster, password, port: folder.settings.port, settings: {} };
    const server = await startPostgres(location);
    folder.remember({ port: server.port });
    await createDatabase(server.url('postgres'));
    return {
      url: server.url(databaseName),
      secret: folder.settings.secret,
      async stop() {
        await server.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** Whether a server has been started on a data folder before. */
export const existsDataFolder = (path: string): boolean => readDataFolder(path) !== null;

/**
 * The embedded PostgreSQL that a running server has started on a data folder, for work beside that server; null when none
 * runs there.
 */
export function runningEmbeddedPostgres(path: string): Pick<EmbeddedPostgres, 'url' | 'secret'> | null {
  const settings = readDataFolder(path);
  if (settings === null || !isFolderInUse(resolve(path))) return null;
  const { password, port, secret } = settings;
  return { url: clusterUrl({ password, port }, databaseName), secret };
}

async function createDatabase(url: string): Promise<void> {
  await connectOnce(url, async (sql) => {
    const found = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (found.length === 0) await sql`create database ${sql(databaseName)}`;
  });
}
