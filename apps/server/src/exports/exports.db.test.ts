import { createHash } from 'node:crypto';
import { usualDeadlines } from '@nianbao/core';
import { insertExport, schema } from '@nianbao/database';
import { documentFormatIds, readReport } from '@nianbao/documents';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { jobKinds } from '../jobs/job-kinds.ts';
import { fileReport } from '../testing/filed-reports.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, refusalOf, soundReport } from '../testing/index.ts';
import { clearExports } from './clear-exports.ts';
import { writeExport } from './write-export.ts';
import { zipStream } from './zip-stream.ts';

type Caller = Awaited<ReturnType<TestServer['as']>>;

let server: TestServer;
let reviewer: Caller;
let campaignId: string;

const write = (state: 'approved' | 'published', agency: 'forestry' | 'education') =>
  fileReport(server.database, server.agencies[agency], {
    year: 2025,
    write: () => soundReport(2025, agency),
    ...soundFacts(agency),
    state,
  });
const soundFacts = (agency: 'forestry' | 'education') => ({ facts: soundReport(2025, agency).facts });

beforeAll(async () => {
  server = await createTestServer({ works: true });
  reviewer = await server.as('reviewer');
  const settings = { year: 2025, deadlines: usualDeadlines(2025), note: null };
  const { county } = server.agencies;
  ({ id: campaignId } = await reviewer.campaigns.open.mutate({ agencyId: county.id, settings }));
  await write('published', 'forestry');
  await write('approved', 'education');
  const broken = await fileReport(server.database, county, { year: 2025, state: 'approved' });
  await server.database.execute(`update report set content = content || '{"sections": 7}' where id = '${broken}'`);
});
afterAll(() => server.close());

const manifestSchema = z.object({
  files: z.array(
    z.object({
      ...{ path: z.string(), size: z.int(), sha256: z.string() },
      report: z.object({ agency: z.string(), version: z.int().nullable(), digest: z.string() }).nullable(),
    }),
  ),
  lacking: z.array(z.object({ agencyName: z.string(), format: z.string(), reason: z.object({ zh: z.string() }) })),
});

async function ready(exportId: string) {
  await vi.waitFor(
    async () => expect((await reviewer.exports.get.query({ campaignId, exportId })).state).toBe('ready'),
    { timeout: 60_000, interval: 100 },
  );
  return reviewer.exports.get.query({ campaignId, exportId });
}

const address = (exportId: string) => `/api/campaigns/${campaignId}/exports/${exportId}.zip`;

async function download(exportId: string) {
  const answer = await server.requestAs('reviewer', address(exportId));
  expect(answer.status).toBe(200);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const files = new Map(Object.entries(unzipSync(bytes)));
  const manifest = manifestSchema.parse(JSON.parse(new TextDecoder().decode(files.get('manifest.json'))));
  return { answer, bytes, files, manifest };
}

describe('a campaign’s documents as one file', () => {
  test('every public report in every format, each of which reads back, with a workbook of all and a manifest that holds', async () => {
    const started = await reviewer.exports.start.mutate({ campaignId, formats: [...documentFormatIds] });
    expect(started).toMatchObject({ which: 'published', requestedBy: 'reviewer', file: null });
    const again = await reviewer.exports.start.mutate({ campaignId, formats: [...documentFormatIds] });
    expect(again.id).toBe(started.id);
    const done = await ready(started.id);
    expect(done).toMatchObject({ total: 6, done: 6, failed: [] });
    const { answer, bytes, files, manifest } = await download(started.id);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('云溪县人民政府2025年'));
    expect(done.file).toMatchObject({
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    const reports = documentFormatIds.map((id) => `${id}/云溪县林业局2025年政府信息公开工作年度报告.${id}`);
    const workbook = '云溪县人民政府2025年政府信息公开工作年度报告（汇总）.xlsx';
    expect([...files.keys()].sort()).toEqual([...reports, workbook, 'manifest.json'].sort());
    for (const { path, size, sha256, report } of manifest.files) {
      const content = files.get(path) ?? new Uint8Array();
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([size, sha256]);
      if (report === null) continue;
      const read = await readReport(content, { fileName: path });
      if (!read.ok) throw new Error(path);
      expect(read.report.facts).toEqual(soundReport(2025).facts);
    }
    const told = await reviewer.notifications.list.query({});
    expect(told.notifications[0]).toMatchObject({
      kind: 'export.ready',
      zh: expect.stringContaining('可在30天内下载'),
    });
  });

  test('approved reports stand as they are, the others as they are public; one that is broken is named and stops nothing', async () => {
    server.clock = new Date('2026-01-20T03:00:00.000Z');
    const { id } = await reviewer.exports.start.mutate({ campaignId, formats: ['json'], which: 'approved' });
    const done = await ready(id);
    expect(done).toMatchObject({ total: 3, done: 2, failed: [{ agencyName: '云溪县人民政府', format: 'json' }] });
    const { files, manifest } = await download(id);
    expect([...files.keys()]).toContain('json/云溪县教育局2025年政府信息公开工作年度报告（审核通过，未发布）.json');
    expect(manifest.files.map(({ report }) => report?.version)).toEqual(expect.arrayContaining([1, null]));
    expect(manifest.lacking).toMatchObject([
      { agencyName: '云溪县人民政府', reason: { zh: expect.stringContaining('损坏') } },
    ]);
    const told = await reviewer.notifications.list.query({});
    expect(told.notifications[0]).toMatchObject({ kind: 'export.readyWithout', zh: expect.stringContaining('1份') });
    expect((await reviewer.exports.list.query({ campaignId })).map(({ which }) => which)).toEqual([
      'approved',
      'published',
    ]);
  });

  test('is for those who may read in bulk where the campaign was opened', async () => {
    const [newest] = await reviewer.exports.list.query({ campaignId });
    const exportId = newest?.id ?? '';
    const statuses = await Promise.all(
      (['auditor', 'administrator', 'editor', 'stranger', null] as const).map(
        async (person) => (await server.requestAs(person, address(exportId))).status,
      ),
    );
    expect(statuses).toEqual([200, 403, 404, 404, 401]);
    const other = await server.as('stranger');
    const { neighbour } = server.agencies;
    const settings = { year: 2025, deadlines: usualDeadlines(2025), note: null };
    const { id: theirs } = await other.campaigns.open.mutate({ agencyId: neighbour.id, settings });
    const through = other.exports.get.query({ campaignId: theirs, exportId });
    expect(await refusalOf(through)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await server.requestAs('stranger', `/api/campaigns/${theirs}/exports/${exportId}.zip`)).status).toBe(404);
  });
});

describe('an export whose process was killed', () => {
  /** As it stands when an attempt has begun and nobody is left to end it. */
  async function abandoned(formats: readonly ('csv' | 'json')[]) {
    const people = await server.database.select().from(schema.user);
    const requestedBy = people.find(({ name }) => name === 'reviewer')?.id ?? '';
    const requested = { requestedAt: server.clock, requestedBy, requestedByName: 'reviewer' };
    const begun = { state: 'running', attempts: 1, total: 1, done: 1 } as const;
    return insertExport(server.database, { campaignId, formats, basis: 'published', ...begun, ...requested });
  }
  const parts = () => ({ ...server.jobParts, database: server.database });

  test('is written by the next attempt, once, whoever else is still at it', async () => {
    const { id } = await abandoned(['csv']);
    await Promise.all([writeExport(parts(), id), writeExport(parts(), id)]);
    const done = await reviewer.exports.get.query({ campaignId, exportId: id });
    expect(done).toMatchObject({ state: 'ready', total: 1, done: 1 });
    expect((await download(id)).manifest.files).toHaveLength(2);
    await writeExport(parts(), id);
    expect(await reviewer.exports.get.query({ campaignId, exportId: id })).toEqual(done);
    const told = await reviewer.notifications.list.query({ limit: 100 });
    expect(told.notifications.filter(({ kind }) => kind === 'export.ready')).toHaveLength(2);
  });

  test('and that nobody takes up is ended, and files are taken away after their time', async () => {
    const { id } = await abandoned(['json']);
    const files = await reviewer.exports.list.query({ campaignId });
    const { jobs, database, blobs } = server;
    const after = (days: number) => new Date(server.clock.getTime() + days * 24 * 60 * 60 * 1000);
    const clear = (days: number) => database.transaction((transaction) => clearExports(transaction, jobs, after(days)));
    await clear(3);
    expect(await reviewer.exports.get.query({ campaignId, exportId: id })).toMatchObject({ state: 'failed' });
    const kept = files.flatMap(({ file }) => file?.sha256 ?? []);
    expect(kept).toHaveLength(3);
    expect(await Promise.all(kept.map((digest) => blobs.has(digest)))).toEqual([true, true, true]);
    await clear(31);
    await vi.waitFor(
      async () => expect(await Promise.all(kept.map((digest) => blobs.has(digest)))).toEqual([false, false, false]),
      { timeout: 20_000, interval: 100 },
    );
    const states = (await reviewer.exports.list.query({ campaignId })).map(({ state, file }) => [state, file]);
    expect(new Set(states.map(([state]) => state))).toEqual(new Set(['deleted', 'failed']));
    expect((await server.requestAs('reviewer', address(files[0]?.id ?? ''))).status).toBe(404);
  });

  test('counts as lost when there is no sign of life, long before it would expire', async () => {
    const rows = await server.database.execute<{ heartbeat_seconds: number }>(
      `select heartbeat_seconds from jobs.queue where name = '${jobKinds.writeExport.name}'`,
    );
    expect(rows[0]?.heartbeat_seconds).toBe(30);
  });
});

test('an archive is written as it goes: what is ready is handed on before the next file is made', async () => {
  let made = 0;
  async function* entries() {
    for (; made < 40; made += 1) yield { path: `${made}.pdf`, bytes: new Uint8Array(100_000).fill(made), packed: true };
  }
  let taken = 0;
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(entries(), new Date('2026-01-20T02:00:00.000Z'))) {
    taken += chunk.length;
    chunks.push(chunk);
    expect((made + 1) * 100_000 - taken).toBeLessThan(200_000);
  }
  expect(Object.keys(unzipSync(Buffer.concat(chunks)))).toHaveLength(40);
});
