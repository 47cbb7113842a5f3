// Runs every check of the project and adds them up. A static check counts as one, a runner by its tests; a test that was
// not run, a runner that crashed, or one that ran nothing is a failure. The last line is the sum.
// Arguments name the groups to run (build, static, unit, database, journeys); without any, all are run.
import { rmSync } from 'node:fs';
import { ensureChromium } from './ensure-chromium.ts';
import { postgresVersions } from './postgres-versions.ts';
import type { Step, StepResult } from './step.ts';
import { endAllSteps, groups, runStep } from './step.ts';
import { build, databaseTests, journeys, staticChecks, unitTests } from './steps.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !groups.some((group) => group === name));
if (unknown.length > 0) {
  console.error(`There is no group ${unknown.join(', ')} of checks; choose from ${groups.join(', ')}.`);
  process.exit(2);
}

const reports = makeTemporaryFolder();
process.env.TMPDIR = reports;
const results: StepResult[] = [];
/** The server is tested with the sites that it serves, so these groups begin with the build. */
const needBuild: readonly string[] = ['database', 'journeys'];

function isAsked({ group }: Pick<Step, 'group'>): boolean {
  if (asked.length === 0 || asked.includes(group)) return true;
  return group === 'build' && asked.some((name) => needBuild.includes(name));
}

process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    endAllSteps();
    process.exit(130);
  });
}

/** Runs the steps in order, at most `width` at a time. */
async function runAll(steps: readonly Step[], width: number): Promise<void> {
  const waiting = steps.filter(isAsked);
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) results.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: width }, worker));
}

async function runJourneys(chromium: Promise<string>): Promise<void> {
  try {
    await runAll([journeys(reports, await chromium)], 1);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`✗ browser journeys: ${reason}`);
    results.push({ name: 'browser journeys', passed: 0, failed: 1, seconds: 0, notes: [reason] });
  }
}

function printSummary(): void {
  console.log('');
  for (const { name, passed, failed, seconds } of results) {
    const counts = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`;
    console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(36)} ${counts} ${seconds.toFixed(1).padStart(7)} s`);
  }
}

const servers = postgresVersions();
const wantsJourneys = isAsked({ group: 'journeys' });
// Installing a browser takes a while and needs none of the rest.
const chromium = wantsJourneys ? ensureChromium() : Promise.resolve('');
chromium.catch(() => undefined);

await runAll([build, ...staticChecks, unitTests(reports)], 2);
await runAll(
  servers.map((server) => databaseTests(reports, server)),
  1,
);
if (wantsJourneys) await runJourneys(chromium);

printSummary();
const sum = (key: 'passed' | 'failed') => results.reduce((total, result) => total + result[key], 0);
const failed = sum('failed') + (results.length === 0 ? 1 : 0);
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
