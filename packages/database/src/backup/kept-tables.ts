import type postgres from 'postgres';

/**
 * Tables that stay behind: a backup that gets into wrong hands opens no door, and nobody has to wait in a restored
 * system for what they did before. Everything else is kept, password hashes too.
 */
export const leftOut: Readonly<Record<string, string>> = {
  session: 'whoever is signed in signs in again',
  verification: 'sign-ins that are under way begin anew',
  one_time_link: 'links that are under way are sent anew',
  rate_limit: 'counts of the last hour at most',
  presence: 'who had a report open',
  campaign_export: 'what was written out is in the reports, and is written anew',
};

/** A table as it is kept: its columns, and the order of its lines. */
export interface KeptTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly order: string;
}

/** Every table that is kept, by name; columns that the database computes itself are not. */
export async function listKeptTables(sql: postgres.ISql): Promise<readonly KeptTable[]> {
  const tables = await sql<{ name: string; columns: string[]; order: string | null }[]>`
    select class.relname as name,
      (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      (select string_agg(quote_ident(attname) || case when attcollation <> 0 then ' collate "C"' else '' end, ', '
          order by array_position(key.indkey::int2[], attnum))
        from pg_index key join pg_attribute on attrelid = key.indrelid and attnum = any (key.indkey)
        where key.indrelid = class.oid and key.indisprimary) as order
    from pg_class class
    where class.relnamespace = 'public'::regnamespace and class.relkind = 'r' and not class.relispartition
    order by class.relname collate "C"`;
  return tables
    .filter(({ name }) => !Object.hasOwn(leftOut, name))
    .map(({ name, columns, order }) => ({ name, columns, order: order ?? `kept::text collate "C"` }));
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

const columnList = (columns: readonly string[]) => columns.map(quoted).join(', ');

/** Gives a table's lines; the same rows give the same lines on every server. */
export const copyOut = ({ name, columns, order }: KeptTable) =>
  `copy (select ${columnList(columns)} from public.${quoted(name)} kept order by ${order}) to stdout`;

/** Takes lines in. */
export const copyIn = ({ name, columns }: Pick<KeptTable, 'name' | 'columns'>) =>
  `copy public.${quoted(name)} (${columnList(columns)}) from stdin`;

/** How values are written, whatever the server's own settings are. */
export async function settleNotation(transaction: postgres.TransactionSql): Promise<void> {
  await transaction.unsafe(
    `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
     set local extra_float_digits = 1; set local bytea_output = 'hex'; set local statement_timeout = 0`,
  );
}
