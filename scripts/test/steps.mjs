// What `npm test` runs, as rows: a name to choose it by, the command, how its result is counted.
import { join } from 'node:path';
import { playwrightCount, vitestCount } from './counts.mjs';

const bin = (name) => join('node_modules', '.bin', name);
const turbo = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };

export const staticChecks = [
  { group: 'static', name: 'format and lint', command: [bin('biome'), 'ci', '--error-on-warnings', '.'] },
  {
    group: 'static',
    name: 'types',
    command: [bin('turbo'), 'run', 'typecheck', '--continue', '--output-logs=errors-only'],
    environment: turbo,
  },
  { group: 'static', name: 'promises', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  { group: 'static', name: 'dead code', command: [bin('knip')] },
  { group: 'static', name: 'arrows', command: [bin('turbo'), 'boundaries'], environment: turbo },
];

function vitest(name, results, { project, environment }) {
  const file = join(results, `${name.replace(/\W+/g, '-')}.json`);
  return {
    group: project,
    name,
    command: [
      bin('vitest'),
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    environment,
    count: vitestCount(file),
  };
}

export const unitTests = (results) => vitest('unit', results, { project: 'unit' });

/** The database tests on the embedded PostgreSQL (server null), or on a system one. */
export function databaseTests(results, server) {
  const name = server === null ? 'database, embedded' : `database, system ${server.version}`;
  const environment = server === null ? {} : { NIANBAO_TEST_POSTGRES_BIN: server.bin };
  return vitest(name, results, { project: 'database', environment });
}

/** Journeys in a real browser need the built sites first. */
export function browserTests(results, chromium) {
  const file = join(results, 'journeys.json');
  return [
    {
      group: 'journeys',
      name: 'build',
      command: [bin('turbo'), 'run', 'build', '--output-logs=errors-only'],
      environment: turbo,
    },
    {
      group: 'journeys',
      name: 'journeys',
      command: [bin('playwright'), 'test', '--config', 'tests/playwright.config.ts', '--reporter=list,json'],
      environment: { NIANBAO_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      count: playwrightCount(file),
    },
  ];
}
