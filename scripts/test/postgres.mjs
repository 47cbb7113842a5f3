import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const debian = '/usr/lib/postgresql';
const oldest = 15;
/** The version that comes with the project; a system server of the same one would prove nothing more. */
const embedded = 18;

/** PostgreSQL servers installed on the machine, of supported versions other than the embedded one. */
export function systemPostgres() {
  if (!existsSync(debian)) return [];
  return readdirSync(debian)
    .map((name) => ({ version: Number(name), bin: join(debian, name, 'bin') }))
    .filter(({ version, bin }) => version >= oldest && version !== embedded && existsSync(join(bin, 'initdb')))
    .sort((one, other) => one.version - other.version);
}
