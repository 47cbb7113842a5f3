import { z } from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** What stands first in a backup: what has to be known before its data can be loaded. */
export const headSchema = z.object({
  kind: z.literal('nianbao-backup'),
  /** The form of the archive: 1 is the only one so far. */
  form: z.literal(1),
  /** Of the program that took it. */
  version: z.string(),
  postgres: z.string(),
  takenAt: z.iso.datetime(),
  /** The steps that the tables had had. */
  migrations: z.array(z.object({ name: z.string(), when: z.int() })),
  /** The tables, with the columns that are kept, in the order in which they stand in each line. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type BackupHead = z.infer<typeof headSchema>;

/** What stands last in a backup: how much of everything there is, so that a cut or altered one is told apart. */
export const manifestSchema = z.object({
  head: headSchema,
  /** Rows of each table, and the SHA-256 of their lines. */
  tables: z.array(z.object({ name: z.string(), rows: count, digest })),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^\d+$/) })),
  jobs: z.object({ rows: count, digest }),
  blobs: z.object({ files: count, bytes: count }),
});
export type BackupManifest = z.infer<typeof manifestSchema>;
