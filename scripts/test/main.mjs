// Runs every check of the project and adds them up. Static checks count one each; test runners count their tests; a
// skipped test, a runner that crashed, or one that ran nothing counts as failed. The last line is the sum.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { systemPostgres } from './postgres.mjs';
import { runStep } from './run-step.mjs';
import { browserTests, databaseTests, staticChecks, unitTests } from './steps.mjs';

const results = mkdtempSync(join(tmpdir(), 'nianbao-test-'));
const only = process.argv.slice(2);
const chosen = (step) => only.length === 0 || only.includes(step.name) || only.includes(step.group);

/** Runs steps at most `width` at a time, in order; their outputs don't mix. */
async function runAll(steps, width) {
  const waiting = [...steps];
  const counts = [];
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) counts.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: width }, worker));
  return counts;
}

const servers = systemPostgres();
const versions = ['18 (embedded)', ...servers.map(({ version }) => `${version} (system)`)];
console.log(`PostgreSQL for the database tests: ${versions.join(', ')}`);

const counts = [
  ...(await runAll([...staticChecks, unitTests(results)].filter(chosen), 2)),
  ...(await runAll(
    [databaseTests(results, null), ...servers.map((server) => databaseTests(results, server))].filter(chosen),
    1,
  )),
];
if (only.length === 0 || only.includes('journeys')) {
  try {
    counts.push(...(await runAll(browserTests(results, findChromium()), 1)));
  } catch (error) {
    console.log(`✗ journeys: ${error.message}`);
    counts.push({ name: 'journeys', passed: 0, failed: 1, seconds: 0 });
  }
}
rmSync(results, { recursive: true, force: true });

const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
console.log('');
for (const { name, passed, failed, seconds } of counts) {
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name.padEnd(34)} ${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`,
  );
}
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
