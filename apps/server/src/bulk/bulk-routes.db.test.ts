import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, soundReport } from '../testing/index.ts';

type Caller = Awaited<ReturnType<TestServer['as']>>;

let server: TestServer;
let editor: Caller;
let reviewer: Caller;

async function publish(year: 2024 | 2025, agency: 'forestry' | 'education'): Promise<string> {
  const caller = agency === 'forestry' ? editor : await server.as('otherEditor');
  const { id } = await caller.reports.create.mutate({ agencyId: server.agencies[agency].id, year });
  await fillIn(caller, id, soundReport(year, agency));
  await move(caller, id, { move: 'submit' });
  await move(reviewer, id, { move: 'approve' });
  await move(reviewer, id, { move: 'publish' });
  return id;
}

beforeAll(async () => {
  server = await createTestServer();
  editor = await server.as('editor');
  reviewer = await server.as('reviewer');
  await publish(2024, 'forestry');
  await publish(2024, 'education');
});
afterAll(() => server.close());

const lineSchema = z.object({
  sequence: z.int(),
  agencyName: z.string(),
  year: z.int(),
  version: z.int(),
  note: z.string().nullable(),
  report: z.object({ facts: z.record(z.string(), z.unknown()) }),
});

async function lines(query = '') {
  const answer = await server.request(`/api/v1/bulk/published.ndjson${query}`);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  const rows = text.split('\n').filter((line) => line !== '');
  return {
    rows: rows.map((row) => lineSchema.parse(JSON.parse(row))),
    sequence: answer.headers.get('nianbao-sequence'),
  };
}

describe('everything published as one stream', () => {
  test('without a sign-in, one version a line, filtered by year', async () => {
    const { rows } = await lines();
    expect(rows.map(({ year, version }) => [year, version])).toEqual([
      [2024, 1],
      [2024, 1],
    ]);
    expect(rows[0]?.report.facts).toEqual(soundReport(2024).facts);
    expect((await lines('?year=2024')).rows).toHaveLength(2);
    expect((await lines('?year=2025')).rows).toEqual([]);
    expect((await lines('?region=99')).rows).toEqual([]);
  });

  test('asked again with the sequence, gives what was published and corrected since, and nothing twice', async () => {
    const { sequence } = await lines();
    expect((await lines(`?since=${sequence}`)).rows).toEqual([]);
    const id = await publish(2025, 'forestry');
    const [{ id: corrected } = { id: '' }] = await editor.reports.list.query({ year: 2024 });
    await move(editor, corrected, { move: 'correct', reason: '更正受理数。' });
    const { revision } = await editor.reports.get.query({ id: corrected });
    await editor.reports.save.mutate({
      id: corrected,
      revision,
      changes: [{ kind: 'head', field: 'title', value: '云溪县林业局2024年政府信息公开工作年度报告（更正）' }],
    });
    await move(editor, corrected, { move: 'submit' });
    await move(reviewer, corrected, { move: 'approve' });
    await move(reviewer, corrected, { move: 'publish' });
    const changed = await lines(`?since=${sequence}`);
    expect(changed.rows.map(({ year, version, note }) => [year, version, note])).toEqual([
      [2025, 1, null],
      [2024, 2, '更正受理数。'],
    ]);
    expect((await lines()).rows).toHaveLength(3);
    expect((await editor.reports.get.query({ id })).state).toBe('published');
  });

  test('as CSV: one head, every figure of every report on a line', async () => {
    const answer = await server.request('/api/v1/bulk/published.csv');
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(text.split('agency_id,agency,year')).toHaveLength(2);
    const figures = text.trim().split('\r\n').slice(1);
    expect(figures.length % 3).toBe(0);
    expect(figures.length).toBeGreaterThan(500);
  });

  test('is not sent again to who has it, and is sent once something was published', async () => {
    const tag = (await server.request('/api/v1/bulk/published.ndjson')).headers.get('etag') ?? '';
    const headers = { 'if-none-match': tag };
    expect((await server.request('/api/v1/bulk/published.ndjson', { headers })).status).toBe(304);
    await publish(2025, 'education');
    expect((await server.request('/api/v1/bulk/published.ndjson', { headers })).status).toBe(200);
  });

  test.each(['?since=-1', '?year=abc', '?region=x'])('%s is refused with what is wrong', async (query) => {
    const answer = await server.request(`/api/v1/bulk/published.ndjson${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'BAD_INPUT' } });
  });

  test('another ending is not found', async () => {
    expect((await server.request('/api/v1/bulk/published.exe')).status).toBe(404);
  });
});
