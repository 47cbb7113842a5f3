import { startEmbeddedPostgres } from '@nianbao/database';
import type { Config } from './config.ts';
import { InvalidConfig } from './config.ts';

export interface OpenedDatabase {
  readonly url: string;
  readonly secret: string;
  stop(): Promise<void>;
}

/** The database that the configuration names, or the embedded one on the data folder, started for us. */
export async function openDatabase(config: Config, say: (sentence: string) => void): Promise<OpenedDatabase> {
  if (config.databaseUrl !== null) {
    if (config.secret === null) throw new InvalidConfig('NIANBAO_SECRET');
    return { url: config.databaseUrl, secret: config.secret, stop: async () => {} };
  }
  say(`启动数据库（${config.dataFolder}）… / Starting the database (${config.dataFolder})…`);
  const embedded = await startEmbeddedPostgres(config.dataFolder);
  return { url: embedded.url, secret: config.secret ?? embedded.secret, stop: () => embedded.stop() };
}
