// Installs the dependencies when the lock file or a manifest changed since the last install, and only then.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';

/** @param {string} root */
function manifests(root) {
  const folders = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name)),
  );
  const files = ['', 'tests', ...folders.sort()].map((folder) => join(root, folder, 'package.json'));
  return [join(root, 'pnpm-lock.yaml'), join(root, 'pnpm-workspace.yaml'), ...files].filter((file) => existsSync(file));
}

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of manifests(root)) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * @param {string} root
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 */
export async function ensureInstalled(root, { node, pnpm, environment }) {
  const stamp = join(root, 'node_modules', '.nianbao-installed');
  const current = fingerprint(root);
  if (read(stamp) === current) return;
  await withLock(join(root, '.tools', 'install.lock'), () => {
    if (read(stamp) === current) return;
    console.error('nianbao: installing dependencies …');
    const result = spawnSync(node, [pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], {
      cwd: root,
      env: { ...environment, CI: 'true' },
      encoding: 'utf8',
    });
    if (result.status !== 0) {
      const detail = `${result.error?.message ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`.trim();
      throw new Error(
        `the dependencies could not be installed. Check the connection to the npm registry and run the command again.\n${detail}`,
      );
    }
    writeFileSync(stamp, current);
  });
}
