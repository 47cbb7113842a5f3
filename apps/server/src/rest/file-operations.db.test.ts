import { usualDeadlines } from '@nianbao/core';
import { documentFormatIds } from '@nianbao/documents';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { TestServer } from '../testing/index.ts';
import { createTestServer } from '../testing/index.ts';
import { publishWithFile } from '../testing/published-file.ts';
import { patternOf } from '../testing/router-address.ts';
import { fileOperations } from './file-operations.ts';
import { restRoutes } from './rest-routes.ts';

const operation = z.object({
  operationId: z.string(),
  security: z.array(z.unknown()).optional(),
  responses: z.looseObject({ '200': z.object({ content: z.record(z.string(), z.unknown()) }) }),
});

const files = Object.entries(fileOperations(documentFormatIds, {})).map(([path, methods]) => {
  const { operationId, security, responses } = z.object({ get: operation }).parse(methods).get;
  const [mediaType = ''] = Object.keys(responses['200'].content);
  return { path, operationId, mediaType, isPublic: security !== undefined, isTagged: '304' in responses };
});

let server: TestServer;
let values: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await createTestServer({ works: true });
  const reviewer = await server.as('reviewer');
  const published = await publishWithFile(server);
  const { forestry, county } = server.agencies;
  const settings = { year: 2025, deadlines: usualDeadlines(2025), note: null };
  const { id: campaignId } = await reviewer.campaigns.open.mutate({ agencyId: county.id, settings });
  const { id: exportId } = await reviewer.exports.start.mutate({ campaignId, formats: ['json'] });
  await vi.waitFor(
    async () => expect(await reviewer.exports.get.query({ campaignId, exportId })).toMatchObject({ state: 'ready' }),
    { timeout: 30_000, interval: 50 },
  );
  const version = { agencyId: forestry.id, year: '2025', version: '1' };
  values = { ...published, ...version, campaignId, exportId, format: 'json', kind: 'csv' };
});
afterAll(() => server.close());

const addressOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

describe.each(files)('$operationId', ({ operationId, path, mediaType, isPublic, isTagged }) => {
  const person = operationId.startsWith('agencies.') ? 'administrator' : 'reviewer';

  test('is where the document says, as what it says, for whom it says', async () => {
    const address = addressOf(path);
    const answer = await server.requestAs(isPublic ? null : person, address);
    expect(answer.status).toBe(200);
    if (mediaType !== '*/*') expect(answer.headers.get('content-type')).toContain(mediaType);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0);
    if (!isPublic) expect((await server.request(address)).status).toBe(401);
  });

  test('comes under an entity tag where the document says that it may be unchanged', async () => {
    const ask = (headers: Record<string, string>) =>
      server.requestAs(isPublic ? null : person, addressOf(path), { headers });
    const tag = (await ask({})).headers.get('etag');
    expect(tag !== null).toBe(isTagged);
    if (tag !== null) expect((await ask({ 'if-none-match': tag })).status).toBe(304);
  });
});

test('every file that the server gives out is in the document', () => {
  const calls = new Set(
    Object.values(restRoutes).map((route) => `/api/v1${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  const others = server.addresses.filter(
    (address) => /^\/(?:api|agencies)\//.test(address) && !address.startsWith('/api/auth/') && !calls.has(address),
  );
  const documented = files.map(({ path }) => addressOf(path));
  expect(others.length).toBeGreaterThan(5);
  for (const address of others)
    expect([address, documented.some((one) => patternOf(address).test(one))]).toEqual([address, true]);
});
