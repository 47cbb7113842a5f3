import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startCounty } from './county-server.ts';

const variable = 'NIANBAO_COUNTY_TEMPLATE';

/** A county that is made once for all, since making one takes longer than many a journey; gives what throws it away. */
export async function makeTemplate(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-county-'));
  await (await startCounty(folder)).stop();
  process.env[variable] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** Puts a county as it was made into a new folder. The database wants its files to stay its own: `cp -a` keeps the owner. */
export async function copyTemplate(folder: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', `${process.env[variable]}/.`, folder]);
}
