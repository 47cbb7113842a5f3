import { runningEmbeddedPostgres } from '@nianbao/database';
import type { Config } from '../start/config.ts';
import type { OpenedDatabase } from '../start/open-database.ts';
import { openDatabase } from '../start/open-database.ts';

/**
 * Does something with the database that the configuration names. The embedded one is used beside the server that runs it,
 * or started for as long as the work takes.
 */
export async function withDatabase<T>(
  config: Config,
  progress: (sentence: string) => void,
  work: (opened: Pick<OpenedDatabase, 'url' | 'secret'>) => Promise<T>,
): Promise<T> {
  const running = config.databaseUrl === null ? runningEmbeddedPostgres(config.dataFolder) : null;
  if (running !== null) return work(running);
  const opened = await openDatabase(config, progress);
  try {
    return await work(opened);
  } finally {
    await opened.stop();
  }
}
