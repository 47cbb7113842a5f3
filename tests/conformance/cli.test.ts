import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { judged } from './compare.ts';
import { casesOfFilesAlone } from './load-cases.ts';

const program = join(import.meta.dirname, '../../packages/cli/src/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-conformance-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = z.looseObject({
  file: z.string(),
  findings: z.array(
    z.looseObject({
      rule: z.string(),
      instance: z.string().nullable(),
      severity: z.string(),
      cells: z.array(z.string()),
      expected: z.union([z.number(), z.string(), z.null()]),
      actual: z.union([z.number(), z.string(), z.null()]),
      place: z.looseObject({ quote: z.string() }).nullable(),
      repair: z.object({ cell: z.string(), value: z.number() }).nullable(),
    }),
  ),
});

/** Runs `nianbao check --json` once over the files and gives what it found in each. */
function checkFiles(stage: string, files: readonly string[]) {
  const run = spawnSync(process.execPath, [program, 'check', '--json', '--stage', stage, ...files], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.status !== 0 && run.status !== 1) throw new Error(`nianbao ended with ${run.status}: ${run.stderr}`);
  const lines = run.stdout.split('\n').filter((text) => text !== '');
  return new Map(lines.map((text) => line.parse(JSON.parse(text))).map(({ file, findings }) => [file, findings]));
}

const cases = casesOfFilesAlone().map((one, at) => ({ one, file: join(folder, `${at}.json`) }));
for (const { one, file } of cases) writeFileSync(file, JSON.stringify(one.report));
const byStage = Map.groupBy(cases, ({ one }) => one.context.stage ?? 'draft');

describe.each([...byStage.keys()])(
  'the command line finds what the conformance cases say of a report in stage %s',
  (stage) => {
    const inStage = byStage.get(stage) ?? [];
    const found = checkFiles(
      stage,
      inStage.map(({ file }) => file),
    );

    it.each(inStage.map(({ one, file }) => [one.title, one, file] as const))('%s', (...[, one, file]) => {
      expect(judged(one, found.get(file) ?? [])).toEqual(one.findings);
    });
  },
);
