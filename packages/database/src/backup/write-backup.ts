import type postgres from 'postgres';
import { connectOnce } from '../connect.ts';
import { assertKnown } from '../migrate.ts';
import { readMigrationState } from '../migrations.ts';
import type { ArchiveWriter } from './archive-writer.ts';
import { writeArchive } from './archive-writer.ts';
import { copiedLines } from './copied-lines.ts';
import type { KeptTable } from './kept-tables.ts';
import { copyOut, listKeptTables, settleNotation } from './kept-tables.ts';
import { LineTally } from './line-tally.ts';
import type { BackupHead, BackupManifest } from './manifest.ts';
import { readWaitingJobs } from './waiting-jobs.ts';

/** Where the files are that the database refers to by their digest. */
export interface BackupBlobs {
  /** The files that the database refers to, asked within the backup's own snapshot. */
  list(transaction: postgres.TransactionSql): Promise<readonly { readonly digest: string; readonly size: number }[]>;
  read(digest: string): Promise<AsyncIterable<Uint8Array> | null>;
  write(content: AsyncIterable<Uint8Array>): Promise<void>;
}

export interface BackupParts {
  /** Address of the database. */
  readonly url: string;
  readonly file: string;
  /** Of this program. */
  readonly version: string;
  readonly now: Date;
  /** Kinds of jobs that repeat by themselves, and are not kept. */
  readonly repeating: ReadonlySet<string>;
  readonly blobs: BackupBlobs | null;
}

export interface TakenBackup {
  readonly manifest: BackupManifest;
  /** Size of the file, and its SHA-256: written down elsewhere, it tells the file from any other. */
  readonly bytes: number;
  readonly digest: string;
  /** Digests of files that the database refers to and that are not there. */
  readonly missing: readonly string[];
}

/** One part of the work that is done: a table with its rows, the waiting jobs, the files. */
export type BackupProgress = (done: { readonly part: string; readonly rows: number }) => void;

/**
 * Writes everything that the database holds into one file, as it was at one moment: others may go on writing meanwhile.
 * Memory does not grow with the data. Throws `BackupRefused` where the file is there already.
 */
export async function takeBackup(parts: BackupParts, onProgress: BackupProgress): Promise<TakenBackup> {
  return connectOnce(parts.url, (sql) =>
    sql.begin('isolation level repeatable read read only', async (transaction) => {
      await settleNotation(transaction);
      const { content, bytes, digest } = await writeArchive(parts.file, (archive) =>
        fillArchive(archive, { transaction, parts, onProgress }),
      );
      return { ...content, bytes, digest };
    }),
  );
}

interface Filling {
  readonly transaction: postgres.TransactionSql;
  readonly parts: BackupParts;
  readonly onProgress: BackupProgress;
}

async function fillArchive(
  archive: ArchiveWriter,
  filling: Filling,
): Promise<Pick<TakenBackup, 'manifest' | 'missing'>> {
  const { transaction, parts, onProgress } = filling;
  const kept = await listKeptTables(transaction);
  const head = await headOf(transaction, kept, parts);
  await archive.add('head.json', json(head));
  const tables: BackupManifest['tables'] = [];
  for (const table of kept) {
    const lines = copiedLines(transaction, copyOut(table));
    const tallied = await addTallied(archive, `tables/${table.name}`, lines);
    tables.push({ name: table.name, ...tallied });
    onProgress({ part: table.name, rows: tallied.rows });
  }
  const jobs = await addTallied(archive, 'jobs', linesOf(readWaitingJobs(transaction, parts.repeating)));
  onProgress({ part: 'jobs', rows: jobs.rows });
  const { missing, ...blobs } = await addBlobs(archive, filling);
  onProgress({ part: 'blobs', rows: blobs.files });
  const manifest = { head, tables, sequences: await sequencesOf(transaction), jobs, blobs };
  await archive.add('manifest.json', json(manifest));
  return { manifest, missing };
}

/** Adds lines as they come; gives how many they were, and their digest. */
async function addTallied(archive: ArchiveWriter, folder: string, lines: AsyncIterable<Uint8Array>) {
  const tally = new LineTally();
  async function* tallied() {
    for await (const chunk of lines) {
      tally.add(chunk);
      yield chunk;
    }
  }
  await archive.addParts(folder, tallied());
  return tally.end();
}

async function addBlobs(archive: ArchiveWriter, { transaction, parts: { blobs } }: Filling) {
  const added = { files: 0, bytes: 0 };
  const missing: string[] = [];
  for (const { digest, size } of (await blobs?.list(transaction)) ?? []) {
    const content = await blobs?.read(digest);
    if (content) {
      await archive.addFile({ name: `blobs/${digest.slice(0, 2)}/${digest.slice(2)}`, size }, content);
      added.files += 1;
      added.bytes += size;
    } else missing.push(digest);
  }
  return { ...added, missing };
}

const json = (value: BackupHead | BackupManifest) => `${JSON.stringify(value, null, 2)}\n`;

async function headOf(
  transaction: postgres.TransactionSql,
  tables: readonly KeptTable[],
  { version, now }: BackupParts,
): Promise<BackupHead> {
  const state = await readMigrationState(transaction);
  assertKnown(state);
  const [server] = await transaction<{ version: string }[]>`select current_setting('server_version') as version`;
  return {
    ...{ kind: 'nianbao-backup', form: 1, version, postgres: server?.version ?? '', takenAt: now.toISOString() },
    migrations: state.applied.map(({ name, when }) => ({ name, when })),
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  };
}

/** Numbers are given out outside of transactions: these may be ahead of the rows, never behind. */
async function sequencesOf(transaction: postgres.TransactionSql): Promise<BackupManifest['sequences']> {
  const rows = await transaction<{ name: string; value: string }[]>`
    select sequencename as name, last_value::text as value from pg_sequences
    where schemaname = 'public' and last_value is not null order by 1`;
  return rows.map(({ name, value }) => ({ name, value }));
}

async function* linesOf(values: AsyncIterable<object>): AsyncGenerator<Uint8Array> {
  for await (const value of values) yield Buffer.from(`${JSON.stringify(value)}\n`);
}
