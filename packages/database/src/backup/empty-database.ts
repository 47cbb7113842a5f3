import type postgres from 'postgres';
import { BackupRefused } from './backup-refused.ts';

async function ownTables(sql: postgres.ISql): Promise<readonly string[]> {
  const rows = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`;
  return rows.map(({ name }) => name);
}

async function holdsRows(sql: postgres.ISql, table: ReturnType<postgres.ISql>): Promise<boolean> {
  const [row] = await sql<{ some: boolean }[]>`select exists (select from ${table}) as some`;
  return row?.some === true;
}

/**
 * Refuses a database that holds anything: rows in a table, or tables that are not ours. The queue may have sent itself
 * what repeats.
 */
export async function assertEmpty(sql: postgres.Sql): Promise<void> {
  const filled: string[] = [];
  for (const name of await ownTables(sql)) if (await holdsRows(sql, sql`public.${sql(name)}`)) filled.push(name);
  if (filled.length === 0) return;
  const names = filled.slice(0, 5).join(', ');
  throw new BackupRefused(
    `数据库不是空的（${names} 中已有数据）。请恢复到新建的空数据库。`,
    `The database is not empty (there are rows in ${names}): restore into a new one.`,
  );
}

/** Takes away the empty tables of whatever version, so that those of the backup's can be made. */
export async function clearTables(transaction: postgres.TransactionSql): Promise<void> {
  for (const name of await ownTables(transaction)) await transaction`drop table public.${transaction(name)} cascade`;
  const others = await transaction<{ kind: string; name: string }[]>`
    select case prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end as kind,
      oid::regprocedure::text as name
    from pg_proc where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
    union all
    select 'type', oid::regtype::text from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
      and not exists (select from pg_depend where objid = pg_type.oid and deptype = 'e')`;
  for (const { kind, name } of others) await transaction.unsafe(`drop ${kind} if exists ${name} cascade`);
  await transaction`drop schema if exists drizzle cascade`;
}
