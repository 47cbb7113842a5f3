import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connectOnce } from '../connect.ts';
import { migrateDatabase } from '../migrate.ts';
import { embeddedPostgresBin } from '../server/binaries.ts';
import { initCluster } from '../server/init-cluster.ts';
import { startPostgres } from '../server/postgres-server.ts';
import { templateDatabase } from './template-database.ts';

/** Tests start with empty databases and throw them away: nothing has to survive a power cut. */
const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/**
 * One PostgreSQL for the whole run: the embedded one, or the programs in the folder that NIANBAO_TEST_POSTGRES_BIN
 * names. Its template database has the current tables; each test file copies it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const systemBin = process.env.NIANBAO_TEST_POSTGRES_BIN;
  const bin = systemBin ?? embeddedPostgresBin();
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-postgres-'));
  const password = randomBytes(12).toString('hex');
  const cluster = join(folder, 'postgres');
  const location = { bin, folder: cluster, password, port: 0, settings: forgetful };
  try {
    await initCluster(bin, cluster, password);
    const server = await startPostgres(location);
    const version = await connectOnce(server.url('postgres'), async (sql) => {
      await sql`create database ${sql(templateDatabase)}`;
      const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
      return row?.version ?? '?';
    });
    await migrateDatabase(server.url(templateDatabase));
    process.stderr.write(`database tests on PostgreSQL ${version} (${systemBin ?? 'embedded'})\n`);
    project.provide('postgres', server.url('{database}'));
    return async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
