import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { idsBelow } from './agencies.ts';

/** Agencies towards which somebody may do something: some alone, some with all below them. */
export interface AgencyScope {
  readonly alone: readonly string[];
  readonly withBelow: readonly string[];
}

/** The ids of a scope, as a subquery. */
export function idsWithin({ alone, withBelow }: AgencyScope): SQL {
  const ids = alone.map((id) => sql`select ${id}::uuid as id`);
  if (withBelow.length > 0) ids.push(sql`select id from ${idsBelow(withBelow)} as below`);
  if (ids.length === 0) return sql`(select null::uuid as id where false)`;
  return sql`(${sql.join(ids, sql` union `)})`;
}
