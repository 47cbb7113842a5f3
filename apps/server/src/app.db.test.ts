import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from './testing/index.ts';
import { createTestServer } from './testing/index.ts';

let server: TestServer;
let adminFolder: string;
beforeAll(async () => {
  adminFolder = mkdtempSync(join(tmpdir(), 'nianbao-admin-'));
  writeFileSync(join(adminFolder, 'index.html'), '<!doctype html><title>年报编制</title>');
  writeFileSync(join(adminFolder, 'index-AbCdEf12.js'), 'export const answer = 42;\n'.repeat(100));
  server = await createTestServer({ adminFolder });
});
afterAll(async () => {
  await server.close();
  rmSync(adminFolder, { recursive: true });
});

describe('every answer', () => {
  test.each([['/'], ['/admin'], ['/api/trpc/session.me'], ['/api/nothing'], ['/healthz']])(
    '%s is protected',
    async (path) => {
      const { headers } = await server.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-(eval|inline)/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,}$/);
    },
  );

  test('names the request as the caller did, unless that is no name', async () => {
    const idOf = async (id: string) =>
      (await server.request('/healthz', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await idOf('journey-0001')).toBe('journey-0001');
    expect(await idOf('<script>alert(1)</script>')).not.toContain('<');
  });
});

describe('the admin', () => {
  test('its page answers for every address below it, and is never kept', async () => {
    for (const path of ['/admin', '/admin/', '/admin/reports/1/submit']) {
      const answer = await server.request(path);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).toContain('年报编制');
    }
  });

  test('a file with a hash in its name is kept for ever, compressed, and answered by its tag', async () => {
    const path = '/admin/index-AbCdEf12.js';
    const answer = await server.request(path, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    const tag = answer.headers.get('etag') ?? '';
    expect((await server.request(path, { headers: { 'if-none-match': tag } })).status).toBe(304);
  });

  test.each([['/admin/../settings.json'], ['/admin/%2e%2e/%2e%2e/etc/passwd'], ['/admin/missing.js']])(
    '%s is not there',
    async (path) => {
      const answer = await server.request(path);
      expect(await answer.text()).not.toContain('root:');
      expect(path.endsWith('.js') ? answer.status : 404).toBe(404);
    },
  );
});

describe('requests that are refused', () => {
  const post = (headers: Record<string, string>, body = '{}') =>
    server.request('/api/trpc/reports.save', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://nianbao.test.evil.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
  ])('from another site: %j', async (headers: Record<string, string>) => {
    const answer = await post(headers);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error: { data: { code: 'FOREIGN_ORIGIN' } } });
  });

  test('too large', async () => {
    const answer = await post({ origin: 'http://nianbao.test' }, `"${'x'.repeat(9 * 1024 * 1024)}"`);
    expect(answer.status).toBe(413);
    const told = { code: 'TOO_LARGE', next: { zh: expect.any(String) } };
    expect(await answer.json()).toMatchObject({ error: { data: told } });
  });

  test.each([
    ['no JSON at all', '{"id":'],
    ['another shape', '[1,2,3]'],
    ['deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['a built-in member as a name', '{"__proto__":{"id":"x"},"constructor":1}'],
  ])('%s: an answer with a code and no stack', async (_title, body) => {
    const answer = await post({ origin: 'http://nianbao.test' }, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    const text = await answer.text();
    expect(text).toMatch(/"code":"[A-Z_]+"/);
    expect(text).not.toMatch(/\bat .*\.ts|node_modules|stack/);
  });
});
