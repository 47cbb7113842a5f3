// Installs the dependencies when the lock file or a manifest changed since the last install, and only then.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';

function manifests(root) {
  const folders = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true }).map((entry) => join(group, entry.name)),
  );
  return ['', 'tests', ...folders.sort()].map((folder) => join(root, folder, 'package.json')).filter(existsSync);
}

function fingerprint(root, node) {
  const hash = createHash('sha256').update(node);
  for (const file of [join(root, 'pnpm-lock.yaml'), join(root, 'pnpm-workspace.yaml'), ...manifests(root)]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

export async function ensureInstalled(root, toolchain) {
  const stamp = join(root, 'node_modules', '.nianbao-installed');
  const current = fingerprint(root, toolchain.node);
  if (read(stamp) === current) return;
  await withLock(root, 'install', () => {
    if (read(stamp) === current) return;
    console.error('nianbao: installing dependencies …');
    const args = [toolchain.pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'];
    const result = spawnSync(toolchain.node, args, {
      cwd: root,
      env: { ...toolchain.environment, CI: 'true' },
      encoding: 'utf8',
    });
    if (result.status !== 0) {
      throw new Error(
        `The dependencies could not be installed. Check the connection to the npm registry and try again.\n${result.stdout ?? ''}${result.stderr ?? ''}`,
      );
    }
    writeFileSync(stamp, current);
  });
}
