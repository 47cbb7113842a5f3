import { chmodSync, existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const gigabyte = 1024 ** 3;

/** The database tests and the journeys were seen to take up to 0.23 GB of it at a time. */
const needed = 4 * gigabyte;

function hasRoom(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  // What is put there takes the place of programs' memory.
  return bavail * bsize >= needed && freemem() >= 2 * needed;
}

/**
 * A folder for what a run leaves behind, to be removed with it. In memory where there is plenty: a database for a test
 * file was made there in 20 to 50 milliseconds, and on a slow disk in 600. Open to all as the usual one is, since
 * PostgreSQL has an account of its own.
 */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(hasRoom() ? memory : tmpdir(), 'nianbao-test-'));
  chmodSync(folder, 0o1777);
  return folder;
}
