import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** PostgreSQL refuses to run as root; under root it runs as this system account. */
export interface PostgresAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const candidates = ['postgres', 'nobody'];

/** The account to run PostgreSQL under, or null when we are not root and it simply runs as we do. */
export function postgresAccount(): PostgresAccount | null {
  if (process.getuid?.() !== 0) return null;
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of candidates) {
    const entry = entries.find(([account]) => account === name);
    if (entry) return { name, uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Error(
    '以 root 运行时需要系统用户 postgres 或 nobody。 / Running as root needs a system user postgres or nobody to run PostgreSQL.',
  );
}

/** Whether the account may enter every folder on the way to a path. */
function reaches(account: PostgresAccount, path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly identity: { readonly uid: number; readonly gid: number } | Record<never, never>;
}

/**
 * How to start a program of PostgreSQL under an account. When the program or its data lie below a folder that only
 * root may enter (a checkout in /root, a private temporary folder), the program keeps the one capability of passing
 * through folders, so that nobody has to loosen permissions.
 */
export function launchAs(
  account: PostgresAccount | null,
  program: { readonly path: string; readonly args: readonly string[] },
  folder: string,
): Launch {
  if (account === null) return { command: program.path, args: program.args, identity: {} };
  const { uid, gid } = account;
  if (reaches(account, dirname(program.path)) && reaches(account, folder)) {
    return { command: program.path, args: program.args, identity: { uid, gid } };
  }
  const passFolders = '+dac_read_search';
  return {
    command: 'setpriv',
    args: [
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      `--inh-caps=${passFolders}`,
      `--ambient-caps=${passFolders}`,
      '--',
      program.path,
      ...program.args,
    ],
    identity: {},
  };
}

/** Gives a file or folder to the account. */
export function giveTo(account: PostgresAccount | null, path: string): void {
  if (account !== null) chownSync(path, account.uid, account.gid);
}
