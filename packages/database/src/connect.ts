import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { prepared } from './prepared.ts';
import { casing } from './schema/casing.ts';
import * as schema from './schema/index.ts';

export type Schema = typeof schema;

/** The database, or a transaction on it: what every query takes first. */
export type Database = PostgresJsDatabase<Schema>;

export interface Connection {
  readonly database: Database;
  /** Waits for running queries, then closes. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  readonly poolSize?: number;
  /** Seconds after which the database gives a statement up. */
  readonly statementSeconds?: number;
}

/** The name under which the database shows our connections. */
export const applicationName = 'nianbao';

/** Opens a pool of connections to a PostgreSQL 15 or later. Nothing is sent before the first query. */
export function connect(url: string, { poolSize = 10, statementSeconds }: ConnectOptions = {}): Connection {
  const connection = {
    application_name: applicationName,
    ...(statementSeconds === undefined ? {} : { statement_timeout: statementSeconds * 1000 }),
  };
  const client = postgres(url, { max: poolSize, onnotice: () => {}, connect_timeout: 10, connection });
  return {
    database: drizzle(prepared(client), { schema, casing }),
    close: () => client.end({ timeout: 10 }),
  };
}

/** Runs something on a single connection that is closed afterwards. */
export async function connectOnce<T>(url: string, use: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
