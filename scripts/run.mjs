#!/usr/bin/env node
// The one door behind every npm script: makes sure that the project's own Node and pnpm, the dependencies and the
// builds are there, then runs the task under them. Runs on Node 18 and later, without dependencies.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { tasks } from './tasks.mjs';
import { ensureToolchain } from './toolchain.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name = '', ...args] = process.argv.slice(2);
const task = tasks[name];

if (task === undefined) {
  console.error(`Unknown task “${name}”. Tasks: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}

function run(command, commandArgs, environment) {
  return new Promise((done) => {
    const child = spawn(command, commandArgs, {
      cwd: root,
      env: environment,
      stdio: 'inherit',
    });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      done(1);
    });
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      done(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

try {
  const toolchain = await ensureToolchain(root);
  await ensureInstalled(root, toolchain);
  for (const step of task(args)) {
    const command = step.pnpm ? [toolchain.pnpm, ...step.pnpm] : step.node;
    const code = await run(toolchain.node, command, { ...toolchain.environment, ...step.environment });
    if (code !== 0) process.exit(code);
  }
} catch (error) {
  console.error(`nianbao: ${error.message}`);
  process.exit(1);
}
