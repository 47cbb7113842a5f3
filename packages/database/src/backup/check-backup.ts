import { createHash } from 'node:crypto';
import { canonicalJson } from '@nianbao/core';
import { readArchive, unreadable, wholeOf } from './archive-reader.ts';
import { LineTally } from './line-tally.ts';
import type { BackupHead, BackupManifest } from './manifest.ts';
import { headSchema, manifestSchema } from './manifest.ts';

function parsed<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  text: string,
) {
  try {
    const outcome = schema.safeParse(JSON.parse(text));
    if (outcome.success) return outcome.data;
  } catch {
    // No JSON at all.
  }
  throw unreadable();
}

const blobPart = /^blobs\/([0-9a-f]{2})\/([0-9a-f]{62})$/;

/** The digest that the name of a blob's part gives; null for another part. */
export function blobOf(name: string): string | null {
  const [, start, rest] = blobPart.exec(name) ?? [];
  return start === undefined || rest === undefined ? null : start + rest;
}

/** The table that a part belongs to; null for another part. */
export const tableOf = (name: string): string | null => /^tables\/(.+)\/\d{6,}$/.exec(name)?.[1] ?? null;

export const isJobsPart = (name: string): boolean => /^jobs\/\d{6,}$/.test(name);

/**
 * Reads a whole backup and holds everything in it against its manifest; gives the manifest. Throws `BackupRefused` for
 * one that is cut, altered, or none.
 */
export async function checkBackup(file: string): Promise<BackupManifest> {
  let head: BackupHead | null = null;
  let manifest: BackupManifest | null = null;
  const tallies = new Map<string, LineTally>();
  const jobs = new LineTally();
  const blobs = { files: 0, bytes: 0 };
  let last = '';
  for await (const part of readArchive(file)) {
    const { name } = part;
    if (manifest !== null || (head === null) !== (name === 'head.json')) throw unreadable();
    const table = tableOf(name);
    const blob = blobOf(name);
    if (name === 'head.json') {
      head = parsed<BackupHead>(headSchema, await wholeOf(part));
      for (const { name: kept } of head.tables) tallies.set(kept, new LineTally());
    } else if (name === 'manifest.json') {
      manifest = parsed<BackupManifest>(manifestSchema, await wholeOf(part));
    } else if (blob !== null) {
      const hash = createHash('sha256');
      for await (const chunk of part.content) {
        hash.update(chunk);
        blobs.bytes += chunk.byteLength;
      }
      blobs.files += 1;
      if (hash.digest('hex') !== blob) throw unreadable();
    } else {
      const tally = table === null ? (isJobsPart(name) ? jobs : undefined) : tallies.get(table);
      // The parts of a table stand one after another in their order: they are loaded as they come.
      if (tally === undefined || (folderOf(name) === folderOf(last) && name <= last)) throw unreadable();
      for await (const chunk of part.content) tally.add(chunk);
    }
    last = name;
  }
  if (head === null || manifest === null) throw unreadable();
  const found: BackupManifest = {
    ...{ head, sequences: manifest.sequences, jobs: jobs.end(), blobs },
    tables: [...tallies].map(([name, tally]) => ({ name, ...tally.end() })),
  };
  if (canonicalJson(found) !== canonicalJson(manifest)) throw unreadable();
  return manifest;
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/'));
