import { sql } from 'drizzle-orm';
import type { Db } from 'pg-boss';
import { fromDrizzle } from 'pg-boss';
import type postgres from 'postgres';
import type { Database } from '../connect.ts';

/** The queue's own statements, some of which are several in one, over a single connection. */
export function bossConnection(client: Pick<postgres.Sql, 'unsafe'>): Db {
  return {
    async executeSql(text, values = []) {
      if (values.length > 0) return { rows: await client.unsafe(text, values.map(parameter)) };
      const results = await client.unsafe(text).simple();
      return { rows: results.flat() };
    },
  };
}

const parameterTypes = new Set(['string', 'number', 'boolean', 'object']);

/** The queue hands over texts, numbers, booleans, dates, and lists and objects of them. */
function isParameter(value: unknown): value is postgres.ParameterOrJSON<never> {
  return parameterTypes.has(typeof value);
}

const parameter = (value: unknown) => (isParameter(value) ? value : null);

const transactions = new WeakMap<Db, Database>();

/** Takes back a transaction that is never to be committed. */
class RolledBack extends Error {
  override readonly name = 'RolledBack';
}

/** Opens a transaction that is settled from elsewhere, as the queue does for work whose effect commits with its end. */
export async function beginTransaction(database: Database): ReturnType<NonNullable<Db['beginTransaction']>> {
  const opened = Promise.withResolvers<Database>();
  const settled = Promise.withResolvers<void>();
  const ended = database.transaction(async (transaction) => {
    opened.resolve(transaction);
    await settled.promise;
  });
  ended.catch(opened.reject);
  const transaction = await opened.promise;
  const db = fromDrizzle(transaction, sql);
  transactions.set(db, transaction);
  return {
    db,
    async commit() {
      settled.resolve();
      await ended;
    },
    async rollback() {
      settled.reject(new RolledBack());
      await ended.catch(() => {});
    },
  };
}

/** Our transaction behind the one that the queue hands to a worker. */
export function transactionBehind(db: Db): Database {
  const transaction = transactions.get(db);
  if (transaction === undefined) throw new Error('not a transaction of this queue');
  return transaction;
}
