import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, soundReport } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ works: true });
});
afterAll(() => server.close());

test('what is saved and published is soon found, by those who may and then by everybody', async () => {
  const [editor, reviewer, anyone] = await Promise.all([server.as('editor'), server.as('reviewer'), server.as(null)]);
  const { id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 });
  await fillIn(editor, id, soundReport());
  await vi.waitFor(async () => expect((await editor.search.all.query({ query: '松材线虫病' })).total).toBe(1), {
    timeout: 30_000,
    interval: 100,
  });
  expect((await anyone.published.search.query({ query: '松材线虫病' })).total).toBe(0);
  await move(editor, id, { move: 'submit' });
  await move(reviewer, id, { move: 'approve' });
  await move(reviewer, id, { move: 'publish' });
  await vi.waitFor(async () => expect((await anyone.published.search.query({ query: '松材线虫病' })).total).toBe(1), {
    timeout: 30_000,
    interval: 100,
  });
});
