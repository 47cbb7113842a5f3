import { updateAgency } from '@nianbao/database';
import { createViewer } from '@nianbao/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiSchemas } from '../rest/api-schemas.ts';
import { restRoutes } from '../rest/rest-routes.ts';
import { viewerData } from '../site/viewer-data.ts';
import { correctReport } from '../testing/filed-reports.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer } from '../testing/index.ts';
import type { PublishedFile } from '../testing/published-file.ts';
import { publishWithFile } from '../testing/published-file.ts';
import { patternOf } from '../testing/router-address.ts';

const query = (input: object) => encodeURIComponent(JSON.stringify(input));

/**
 * Everything that the public can ask for: the address with AGENCY and FILE for what was published, and whether a
 * correction of the report changes what is there.
 */
const everything = [
  ['/', true],
  ['/definitions', false],
  ['/icon.svg', false],
  ['/assets/site.css', false],
  ['/agencies/AGENCY', true],
  ['/agencies/AGENCY/2025', true],
  ['/agencies/AGENCY/2025/versions/1', true],
  ['/agencies/AGENCY/2025.json', true],
  ['/agencies/AGENCY/2025.html', true],
  ['/agencies/AGENCY/2025.csv', true],
  ['/agencies/AGENCY/2025/versions/1.json', false],
  ['/agencies/AGENCY/2025/versions/1.csv', false],
  ['/agencies/AGENCY/2025/versions/1/attachments/FILE', false],
  ['/api/v1/published', true],
  ['/api/v1/published?year=2025', true],
  ['/api/v1/published/AGENCY/2025', true],
  ['/api/v1/published/AGENCY/2025?version=1', true],
  ['/api/v1/published/AGENCY/2025/comparison?from=1&to=1', false],
  ['/api/v1/published/search?query=林业局', false],
  ['/api/v1/bulk/published.ndjson', true],
  ['/api/v1/bulk/published.csv', true],
  ['/api/v1/bulk/published.ndjson?year=2025', true],
  ['/api/v1/openapi.json', false],
  [`/api/trpc/published.get?input=${query({ agencyId: 'AGENCY', year: 2025 })}`, true],
  [`/api/trpc/published.list?input=${query({})}`, true],
  [
    `/api/trpc/published.get,published.list?batch=1&input=${query({ 0: { agencyId: 'AGENCY', year: 2025 }, 1: {} })}`,
    true,
  ],
] as const;

const assets = { stylesheet: '/assets/site.css', files: new Map([['site.css', new TextEncoder().encode('body {}')]]) };

let server: TestServer;
let published: PublishedFile;
const tags = new Map<string, string>();

beforeAll(async () => {
  server = await createTestServer({
    mountSite: (database) => (app) => void app.route('/', createViewer(viewerData(database), { assets })),
  });
  published = await publishWithFile(server);
});
afterAll(() => server.close());

const addressOf = (row: string) => row.replace('AGENCY', server.agencies.forestry.id).replace('FILE', published.digest);

/** What people see who signed in, and what tells how the server does. */
const notPublic = /^\/(?:api\/(?:auth|reports|agencies|campaigns)\/|admin\b|healthz$|readyz$|metrics$)/;

const strong = (tag: string) => tag.replace(/^W\//, '');

const ask = (row: string, headers: Record<string, string> = {}) => server.request(addressOf(row), { headers });

describe('what is public is not sent again to who has it, however it was compressed', () => {
  test.each(everything)('%s', async (row) => {
    for (const encoding of ['identity', 'gzip']) {
      const asked = (known: string) => ask(row, { 'accept-encoding': encoding, 'if-none-match': known });
      const answer = await ask(row, { 'accept-encoding': encoding });
      await answer.arrayBuffer();
      const tag = answer.headers.get('etag') ?? '';
      expect([answer.status, tag]).toEqual([200, expect.stringMatching(/^(W\/)?"[^"]+"$/)]);
      expect(answer.headers.get('cache-control')).toMatch(/^public, (no-cache|max-age=\d+)/);
      for (const known of [tag, `W/${strong(tag)}`, `"another", ${tag}`, '*']) {
        const again = await asked(known);
        expect([known, again.status, await again.text()]).toEqual([known, 304, '']);
        expect(strong(again.headers.get('etag') ?? '')).toBe(strong(tag));
      }
      const other = await asked('"another"');
      expect([other.status, (await other.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
      tags.set(row, tag);
    }
  });
});

describe('once the report is corrected', () => {
  beforeAll(() => correctReport(server.database, published.reportId, { 't3.received.total': 999 }));

  test.each(everything)('%s is sent again: %s', async (row, changes) => {
    const answer = await ask(row, { 'if-none-match': tags.get(row) ?? '' });
    expect(answer.status).toBe(changes ? 200 : 304);
  });
});

test('a call says which of its headers the answer depends on', async () => {
  const answer = await ask(`/api/trpc/published.list?input=${query({})}`);
  expect(answer.headers.get('vary')).toContain('trpc-accept');
});

test('the stream is sent again where a body that published belongs to another region since', async () => {
  const ndjson = '/api/v1/bulk/published.ndjson';
  const known = { 'if-none-match': (await ask(ndjson)).headers.get('etag') ?? '' };
  await updateAgency(server.database, server.agencies.forestry.id, { regionCode: '220301' });
  expect((await ask(ndjson, known)).status).toBe(200);
});

test('nothing that is public is missing here', () => {
  const { procedures } = apiSchemas();
  const isPublic = new Set(procedures.filter((procedure) => procedure.isPublic).map(({ name }) => name));
  const closed = Object.entries(restRoutes).flatMap(([name, { path }]) =>
    isPublic.has(name) ? [] : [`/api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`],
  );
  const open = server.addresses.filter((address) => !closed.includes(address) && !notPublic.test(address));
  const rows = everything.map(([row]) => addressOf(row).replace(/\?.*/, ''));
  expect(open.length).toBeGreaterThan(10);
  expect(open.filter((address) => !rows.some((row) => patternOf(address).test(row)))).toEqual([]);
});
