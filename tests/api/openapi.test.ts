import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runOperation } from '@nianbao/server/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);
const redocly = fileURLToPath(new URL('../node_modules/@redocly/cli/bin/cli.js', import.meta.url));
const environment = { PATH: process.env.PATH, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-openapi-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const lint = async (document: string) => {
  const file = join(folder, 'openapi.json');
  await writeFile(file, document);
  const args = [redocly, 'lint', '--extends', 'recommended', '--format', 'json', file];
  const { stdout } = await run(process.execPath, args, { cwd: folder, env: environment }).catch(
    (failure: { stdout: string }) => failure,
  );
  return z.object({ totals: z.object({ errors: z.int() }) }).parse(JSON.parse(stdout)).totals.errors;
};

it('`nianbao openapi` prints a document, without a database, in which a linter finds no error', async () => {
  const { code, out } = await runOperation(['openapi'], {});
  expect(code).toBe(0);
  expect(await lint(out)).toBe(0);
  const broken = out.replace('"operationId": "reports.get"', '"operationId": "reports.list"');
  expect(await lint(broken)).toBeGreaterThan(0);
});
