import { finished } from 'node:stream/promises';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';
import { connect, connectOnce } from '../connect.ts';
import type { AnyJobKind } from '../jobs/job-kind.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { openJobQueue } from '../jobs/job-queue.ts';
import { migrateJobs } from '../jobs/migrate-jobs.ts';
import { assertSupported, withTablesLocked } from '../migrate.ts';
import type { Migration } from '../migrations.ts';
import { applyMigrations, listMigrations } from '../migrations.ts';
import type { AuditVerdict } from '../queries/audit-chain.ts';
import { auditVerdict } from '../queries/audit-chain.ts';
import { readArchive, unreadable } from './archive-reader.ts';
import { BackupRefused } from './backup-refused.ts';
import { blobOf, checkBackup, isJobsPart, tableOf } from './check-backup.ts';
import { copiedLines } from './copied-lines.ts';
import { assertEmpty, clearTables } from './empty-database.ts';
import { copyIn, copyOut, listKeptTables, settleNotation } from './kept-tables.ts';
import { LineTally } from './line-tally.ts';
import type { BackupManifest } from './manifest.ts';
import type { WaitingJob } from './waiting-jobs.ts';
import { waitingJobSchema } from './waiting-jobs.ts';
import type { BackupBlobs, BackupProgress } from './write-backup.ts';

export interface RestoreParts {
  readonly url: string;
  readonly file: string;
  /** Every kind of job that there is. */
  readonly kinds: readonly AnyJobKind[];
  /** Leave out the jobs that waited: a copy for trying things must not write to people. */
  readonly withoutJobs: boolean;
  readonly blobs: BackupBlobs | null;
}

export interface RestoredBackup {
  readonly manifest: BackupManifest;
  readonly audit: AuditVerdict;
  /** Jobs that wait again; those of kinds that are no more. */
  readonly jobs: { readonly restored: number; readonly unknown: number };
  /** Steps that the tables took after the backup's own. */
  readonly migrated: readonly string[];
}

/**
 * Fills an empty database from a backup, all of it or nothing: the tables as they were when it was taken, then on to
 * those of this version. What was loaded is counted, digested and held against the manifest before anything counts; what
 * is wrong with the audit trail that the backup holds is told. Throws `BackupRefused` for a backup that is cut, altered or newer than this program, and
 * for a database that holds something.
 */
export async function restoreBackup(parts: RestoreParts, onProgress: BackupProgress): Promise<RestoredBackup> {
  const manifest = await checkBackup(parts.file);
  const { before, later } = stepsOf(manifest);
  return connectOnce(parts.url, async (sql) => {
    await assertSupported(sql);
    return withTablesLocked(sql, async () => {
      await assertEmpty(sql);
      await migrateJobs(sql);
      return withQueue(parts, (queue) =>
        sql.begin(async (transaction) => {
          await clearTables(transaction);
          await applyMigrations(transaction, before);
          await settleNotation(transaction);
          const waiting = await load(transaction, { parts, manifest, onProgress });
          await holdAgainst(transaction, manifest);
          await applyMigrations(transaction, later);
          const audit = await auditVerdict(rowReader(transaction));
          const jobs = parts.withoutJobs ? [] : waiting;
          const unknown = await queue.putBack(transaction, jobs);
          const migrated = later.map(({ name }) => name);
          return { manifest, audit, migrated, jobs: { restored: jobs.length - unknown, unknown } };
        }),
      );
    });
  });
}

/** The steps that the backup's tables had had, and those that came later. */
function stepsOf({ head }: BackupManifest): {
  readonly before: readonly Migration[];
  readonly later: readonly Migration[];
} {
  const known = listMigrations();
  const { length } = head.migrations;
  const isOurs = head.migrations.every(({ when }, at) => known[at]?.when === when);
  if (isOurs) return { before: known.slice(0, length), later: known.slice(length) };
  throw new BackupRefused(
    `备份由 nianbao ${head.version} 建立，数据表比本版本新（或来自别的版本）。请用那个版本恢复。`,
    `The backup is of nianbao ${head.version}, whose tables are newer than those of this version, or others: restore it with that version.`,
  );
}

async function withQueue<T>({ url, kinds }: RestoreParts, work: (queue: JobQueue) => Promise<T>): Promise<T> {
  const { database, close } = connect(url, { poolSize: 1 });
  try {
    const queue = await openJobQueue({ url, database }, { kinds, supervise: false, onError: () => {} });
    try {
      return await work(queue);
    } finally {
      await queue.stop();
    }
  } finally {
    await close();
  }
}

interface Loading {
  readonly parts: RestoreParts;
  readonly manifest: BackupManifest;
  readonly onProgress: BackupProgress;
}

/** Takes in every row as it is: nothing is computed anew, and rows may refer to others that come later. */
async function load(
  transaction: postgres.TransactionSql,
  { parts, manifest, onProgress }: Loading,
): Promise<readonly WaitingJob[]> {
  const tables = manifest.head.tables.map(({ name }) => name);
  await setTriggers(transaction, tables, 'disable');
  await setReferences(transaction, 'deferrable initially deferred');
  const jobs: Uint8Array[] = [];
  let open: OpenTable | null = null;
  for await (const { name, content } of readArchive(parts.file)) {
    const table = tableOf(name);
    if (open !== null && open.name !== table) {
      await close(transaction, open);
      open = null;
    }
    if (table !== null) {
      open ??= await openTable(transaction, manifest, table);
      for await (const chunk of content) await write(open, chunk);
    } else if (blobOf(name) !== null && parts.blobs !== null) {
      await parts.blobs.write(content);
    } else {
      for await (const chunk of content) if (isJobsPart(name)) jobs.push(chunk);
    }
  }
  await transaction`set constraints all immediate`;
  await setReferences(transaction, 'not deferrable');
  await setTriggers(transaction, tables, 'enable');
  for (const { name, value } of manifest.sequences) {
    await transaction`select setval(format('public.%I', ${name}::text)::regclass, ${value})`;
  }
  for (const { name, rows } of manifest.tables) onProgress({ part: name, rows });
  const lines = Buffer.concat(jobs).toString('utf8').split('\n').filter(Boolean);
  return lines.map((line) => waitingJobSchema.parse(JSON.parse(line)));
}

interface OpenTable {
  readonly name: string;
  readonly lines: Awaited<ReturnType<postgres.PendingQuery<[]>['writable']>>;
}

async function openTable(
  transaction: postgres.TransactionSql,
  { head }: BackupManifest,
  name: string,
): Promise<OpenTable> {
  const table = head.tables.find((one) => one.name === name);
  if (table === undefined) throw unreadable();
  return { name, lines: await transaction.unsafe<[]>(copyIn(table)).writable() };
}

async function write({ lines }: OpenTable, chunk: Uint8Array): Promise<void> {
  await new Promise<void>((done, fail) => {
    lines.write(chunk, (error) => (error ? fail(error) : done()));
  });
}

async function close(transaction: postgres.TransactionSql, { name, lines }: OpenTable): Promise<void> {
  lines.end();
  try {
    // The answer to the lines may be an error, which only the next query hears of.
    await transaction`select 1`;
    await finished(lines);
  } catch (cause) {
    throw new Error(`the rows of ${name} were not taken`, { cause });
  }
}

async function setTriggers(
  transaction: postgres.TransactionSql,
  tables: readonly string[],
  to: 'enable' | 'disable',
): Promise<void> {
  for (const name of tables) {
    await transaction`alter table ${transaction(name)} ${transaction.unsafe(to)} trigger user`;
  }
}

async function setReferences(
  transaction: postgres.TransactionSql,
  to: 'deferrable initially deferred' | 'not deferrable',
): Promise<void> {
  const references = await transaction<{ table: string; name: string }[]>`
    select class.relname as table, reference.conname as name from pg_constraint reference
    join pg_class class on class.oid = reference.conrelid
    where reference.contype = 'f' and reference.connamespace = 'public'::regnamespace and reference.conparentid = 0`;
  for (const { table, name } of references) {
    await transaction`alter table ${transaction(table)} alter constraint ${transaction(name)} ${transaction.unsafe(to)}`;
  }
}

/** Holds what the tables now give against what the backup says of them. */
async function holdAgainst(transaction: postgres.TransactionSql, manifest: BackupManifest): Promise<void> {
  const said = new Map(manifest.tables.map((table) => [table.name, table]));
  const columns = new Map(manifest.head.tables.map((table) => [table.name, table.columns]));
  for (const table of await listKeptTables(transaction)) {
    const tally = new LineTally();
    const kept = columns.get(table.name);
    const lines = copiedLines(transaction, copyOut({ ...table, columns: kept ?? table.columns }));
    for await (const chunk of lines) tally.add(chunk);
    const { rows, digest } = tally.end();
    const wanted = said.get(table.name);
    if (rows !== (wanted?.rows ?? 0) || (wanted !== undefined && digest !== wanted.digest)) {
      throw new Error(
        `表 ${table.name} 恢复后与备份不符。 / The table ${table.name} differs from the backup after the load.`,
      );
    }
  }
}

const dialect = new PgDialect();

function rowReader(transaction: postgres.TransactionSql) {
  return (query: SQL) => transaction.unsafe(dialect.sqlToQuery(query).sql);
}
