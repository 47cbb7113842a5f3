// The one door behind every npm script: makes sure that the project's own Node and pnpm and the dependencies are there,
// then runs the task under them. Runs on Node 18 and later, without dependencies. What it says goes to stderr.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { tasks } from './tasks.mjs';
import { ensureToolchain } from './toolchain.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name = '', ...args] = process.argv.slice(2);

/**
 * A terminal sends Ctrl-C to the child itself; every other signal is passed on.
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignals(child) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
}

/**
 * Runs one step to its end.
 * @param {import('./tasks.mjs').Step} step
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 * @returns {Promise<number>} its exit code
 */
function runStep({ program, script, options = [], args: stepArgs, says, atCaller, environment }, toolchain) {
  if (says !== undefined) console.error(`nianbao: ${says} …`);
  const command = script === undefined ? (program ?? '') : toolchain.node;
  const commandArgs = script === undefined ? stepArgs : [...options, join(root, script), ...stepArgs];
  const child = spawn(command, commandArgs, {
    cwd: atCaller ? (process.env.INIT_CWD ?? process.cwd()) : root,
    env: { ...toolchain.environment, ...environment },
    stdio: 'inherit',
    shell: script === undefined && process.platform === 'win32',
  });
  passSignals(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

async function main() {
  const task = tasks[name];
  if (task === undefined) {
    console.error(`nianbao: there is no task “${name}”; choose one of ${Object.keys(tasks).join(', ')}.`);
    return 2;
  }
  try {
    const toolchain = await ensureToolchain(root);
    await ensureInstalled(root, toolchain);
    for (const step of task(args)) {
      const code = await runStep(step, toolchain);
      if (code !== 0) return code;
    }
    return 0;
  } catch (error) {
    console.error(`nianbao: ${error instanceof Error ? error.message : error}`);
    if (name === 'test') console.log('0 passed, 1 failed');
    return 1;
  }
}

process.exitCode = await main();
