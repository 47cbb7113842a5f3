import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import type { Connection } from '../connect.ts';
import { connect, connectOnce } from '../connect.ts';
import { templateDatabase } from './template-database.ts';

export interface TestDatabase extends Connection {
  readonly url: string;
}

const addressOf = (database: string) => inject('postgres').replace('{database}', database);

/** An empty database with the current tables, of one's own. Call `close` when done: it is dropped. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await connectOnce(
    addressOf('postgres'),
    (sql) => sql`create database ${sql(name)} template ${sql(templateDatabase)}`,
  );
  const url = addressOf(name);
  const connection = connect(url);
  return {
    ...connection,
    url,
    async close() {
      await connection.close();
      await connectOnce(addressOf('postgres'), (sql) => sql`drop database ${sql(name)} with (force)`);
    },
  };
}
