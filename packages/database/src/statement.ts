import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Database } from './connect.ts';

interface Built<Rows> {
  execute(values: Record<string, unknown>): Promise<Rows>;
}

interface Buildable<Rows> {
  prepare(name: string): Built<Rows>;
}

/** A value that is one of those which each call of a statement gives by this name, as a list in JSON. */
export function amongGiven(column: PgColumn, name: string): SQL {
  const type = sql.raw(column.getSQLType());
  return sql`${column} = any (array(select value::${type} from jsonb_array_elements_text(${sql.placeholder(name)}::jsonb) value))`;
}

/**
 * A query that is put together once for each connection pool or transaction, with placeholders for its values: for
 * those that every request asks. Putting together a query of some joins takes longer than sending it.
 */
export function statement<Values extends Record<string, unknown>, Rows>(
  name: string,
  build: (database: Database) => Buildable<Rows>,
): (database: Database, values: Values) => Promise<Rows> {
  const built = new WeakMap<Database, Built<Rows>>();
  return (database, values) => {
    const known = built.get(database) ?? build(database).prepare(name);
    built.set(database, known);
    return known.execute(values);
  };
}
