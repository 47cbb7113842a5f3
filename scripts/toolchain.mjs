// Node 24 and pnpm at the versions the project is developed with. Where the machine's Node is older, both come from the
// npm registry into .tools/, which git ignores; a newer Node is used as it is.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { withLock } from './lock.mjs';

const wanted = { node: '24.21.0', pnpm: '12.21.0' };
const firstMajor = 24;

function installedVersion(tools, name) {
  try {
    return JSON.parse(readFileSync(join(tools, 'node_modules', name, 'package.json'), 'utf8')).version;
  } catch {
    return null;
  }
}

function fetchTools(tools, packages) {
  console.error(`nianbao: fetching ${packages.join(' and ')} into .tools/ …`);
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const args = [...npm.slice(1), 'install', '--no-fund', '--no-audit', '--loglevel=error', '--save-exact', ...packages];
  const result = spawnSync(npm[0], args, { cwd: tools, encoding: 'utf8', shell: npm[0].endsWith('.cmd') });
  if (result.status !== 0) {
    throw new Error(
      `npm could not fetch ${packages.join(' and ')}. Check the connection to the npm registry and try again.\n${result.stderr ?? ''}`,
    );
  }
}

/** Makes sure of both tools. Returns their paths and an environment in which child processes find the same ones. */
export async function ensureToolchain(root) {
  const tools = join(root, '.tools');
  const own = Number(process.versions.node.split('.')[0]) < firstMajor;
  const missing = () =>
    Object.entries(wanted)
      .filter(([name]) => own || name !== 'node')
      .filter(([name, version]) => installedVersion(tools, name) !== version)
      .map(([name, version]) => `${name}@${version}`);
  if (missing().length > 0) {
    await withLock(root, 'tools', () => {
      const packages = missing();
      if (packages.length > 0) fetchTools(tools, packages);
    });
  }
  const bin = join(tools, 'node_modules', '.bin');
  const node = own
    ? join(tools, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    : process.execPath;
  if (!existsSync(node))
    throw new Error('Node 24 is not complete in .tools/; delete that folder and run the command again.');
  const path = [bin, dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return {
    node,
    pnpm: join(tools, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs'),
    environment: { ...process.env, PATH: path },
  };
}
