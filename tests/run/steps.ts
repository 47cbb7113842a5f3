// What `npm test` runs, as rows.
import { join } from 'node:path';
import { countCheck, countPlaywright, countVitest } from './count.ts';
import type { PostgresVersion } from './postgres-versions.ts';
import type { Step } from './step.ts';

const check = { count: countCheck, limitMinutes: 10 };

export const build: Step = {
  group: 'build',
  name: 'build',
  command: ['turbo', 'run', 'build', '--output-logs=errors-only'],
  ...check,
};

export const staticChecks: readonly Step[] = [
  { group: 'static', name: 'format and lint', command: ['biome', 'ci', '--colors=off', '.'], ...check },
  {
    group: 'static',
    name: 'types',
    command: ['turbo', 'run', 'typecheck', '--continue', '--output-logs=errors-only'],
    ...check,
  },
  { group: 'static', name: 'promises', command: ['oxlint', '--type-aware', '--deny-warnings'], ...check },
  { group: 'static', name: 'dead code', command: ['knip'], ...check },
  { group: 'static', name: 'arrows', command: ['turbo', 'boundaries'], ...check },
];

function vitest(project: 'unit' | 'database', report: string): Pick<Step, 'group' | 'command' | 'count'> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    group: project,
    command: ['vitest', 'run', '--project', project, ...reporters],
    count: (code) => countVitest(report, code),
  };
}

export function unitTests(reports: string): Step {
  return { name: 'unit', limitMinutes: 10, ...vitest('unit', join(reports, 'unit.json')) };
}

export function databaseTests(reports: string, { major, bin }: PostgresVersion): Step {
  return {
    name: `database, PostgreSQL ${major} (${bin === null ? 'embedded' : 'system'})`,
    limitMinutes: 15,
    environment: bin === null ? {} : { NIANBAO_TEST_POSTGRES_BIN: bin },
    ...vitest('database', join(reports, `database-${major}.json`)),
  };
}

export function journeys(reports: string, chromium: string): Step {
  const report = join(reports, 'journeys.json');
  return {
    group: 'journeys',
    name: 'browser journeys',
    command: [
      join('tests', 'node_modules', '.bin', 'playwright'),
      ...['test', '--config', join('tests', 'playwright.config.ts'), '--reporter=list,json'],
    ],
    environment: { NIANBAO_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    limitMinutes: 20,
    count: (code) => countPlaywright(report, code),
  };
}
