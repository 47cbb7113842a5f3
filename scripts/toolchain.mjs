// Node 24 and pnpm at the versions the project is developed with. Where the machine's Node is older, both come from the
// npm registry into .tools/, which git ignores; a newer Node is used as it is.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { withLock } from './lock.mjs';

/** @typedef {{ node: string, pnpm: string, environment: NodeJS.ProcessEnv }} Toolchain */

const firstMajor = 24;
const windows = process.platform === 'win32';
const nodeIsOld = Number(process.versions.node.split('.')[0]) < firstMajor;

/** What is fetched: the exact version, and the file without which it is not complete. */
const tools = [
  ...(nodeIsOld ? [{ name: 'node', version: '24.21.0', file: join('bin', windows ? 'node.exe' : 'node') }] : []),
  { name: 'pnpm', version: '12.21.0', file: 'package.json' },
];

/**
 * @param {string} folder
 * @param {typeof tools[number]} tool
 */
function isThere(folder, { name, version, file }) {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
    return manifest.version === version && existsSync(join(folder, 'node_modules', name, file));
  } catch {
    return false;
  }
}

/** @param {string} folder */
function fetchTools(folder) {
  const wanted = tools.map(({ name, version }) => `${name}@${version}`);
  console.error(`nianbao: fetching ${wanted.join(' and ')} into .tools/ …`);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const script = process.env.npm_execpath;
  const direct = script?.endsWith('npm-cli.js') ? [process.execPath, script] : null;
  const [command = 'npm', ...first] = direct ?? [windows ? 'npm.cmd' : 'npm'];
  // Node's package puts its program in place by a script of its own, whatever the user's npm is set to.
  const options = ['--ignore-scripts=false', '--no-fund', '--no-audit', '--loglevel=error', '--save-exact'];
  const result = spawnSync(command, [...first, 'install', ...options, ...wanted], {
    cwd: folder,
    encoding: 'utf8',
    shell: windows && direct === null,
  });
  if (result.status !== 0 || !tools.every((tool) => isThere(folder, tool))) {
    const detail = `${result.error?.message ?? ''}${result.stderr ?? ''}`.trim();
    throw new Error(
      `npm could not fetch ${wanted.join(' and ')}. Check the connection to the npm registry and run the command again.\n${detail}`,
    );
  }
}

/**
 * Makes sure of both tools. The environment lets child processes find the same ones, and the project's own programs.
 * @param {string} root
 * @returns {Promise<Toolchain>}
 */
export async function ensureToolchain(root) {
  const folder = join(root, '.tools');
  const complete = () => tools.every((tool) => isThere(folder, tool));
  if (!complete()) {
    mkdirSync(folder, { recursive: true });
    await withLock(join(folder, 'tools.lock'), () => {
      if (!complete()) fetchTools(folder);
    });
  }
  const bin = join(folder, 'node_modules', '.bin');
  const node = nodeIsOld
    ? join(folder, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
    : process.execPath;
  const path = [bin, dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return {
    node,
    pnpm: join(folder, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs'),
    environment: {
      // Halves the time that a command takes to start.
      NODE_COMPILE_CACHE: join(folder, 'compile-cache'),
      TURBO_TELEMETRY_DISABLED: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
      ...process.env,
      PATH: path,
    },
  };
}
