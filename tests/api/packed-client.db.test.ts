import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestServer } from '@nianbao/server/testing';
import { createTestServer, fileReport, startServerProcess } from '@nianbao/server/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const binaries = ['.tools/node_modules/.bin', 'node_modules/.bin'].map((folder) => join(root, folder));
const env = { ...process.env, PATH: [...binaries, process.env.PATH].join(delimiter) };
const run = promisify(execFile);

/** Nothing of the workspace is above it. */
const folder = mkdtempSync(join(tmpdir(), 'nianbao-client-'));
let server: TestServer;
let serving: Awaited<ReturnType<typeof startServerProcess>>;

beforeAll(async () => {
  server = await createTestServer();
  serving = await startServerProcess({
    ...{ DATABASE_URL: server.url, NIANBAO_SECRET: 'a secret of a server with a client', NIANBAO_DATA: folder },
  });
});
afterAll(async () => {
  if ('end' in serving) await serving.end('SIGTERM');
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('the packed client installs outside the workspace, type-checks there, and calls a server', async () => {
  await run('pnpm', ['pack', '--pack-destination', folder], { cwd: join(root, 'packages/client'), env });
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  const dependencies = { '@nianbao/client': `file:./${packed}` };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  await run('pnpm', ['install', '--prefer-offline', '--ignore-workspace'], { cwd: folder, env });

  copyFileSync(fileURLToPath(new URL('client-program.ts.txt', import.meta.url)), join(folder, 'main.ts'));
  const compilerOptions = {
    ...{ strict: true, module: 'nodenext', target: 'es2024', lib: ['ES2024', 'DOM', 'DOM.Iterable'], noEmit: true },
    ...{
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      verbatimModuleSyntax: true,
      skipLibCheck: true,
    },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }));
  const checked = await run('tsc', ['-p', folder], { cwd: folder, env }).catch(
    (failure: { stdout: string }) => failure,
  );
  expect(checked.stdout).toBe('');

  // The other server has a clock of its own.
  server.clock = new Date();
  const { forestry } = server.agencies;
  await fileReport(server.database, forestry, { year: 2024, facts: { 't3.received.total': 4 }, state: 'published' });
  await fileReport(server.database, forestry, { year: 2025, state: 'draft' });
  const { token } = await (await server.as('administrator')).tokens.create.mutate({
    ...{ agencyId: forestry.id, name: '数据平台', scopes: ['report.read', 'report.edit'], days: 1 },
  });
  if (!('origin' in serving)) throw new Error(serving.output);
  const { stdout } = await run(process.execPath, ['main.ts', serving.origin, token, forestry.id], { cwd: folder, env });
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ received: 4, version: 1, refusal: 'NOT_SIGNED_IN', me: '数据平台', kind: 'text', rejects: true },
    states: ['draft', 'published'],
  });
});
