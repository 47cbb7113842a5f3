import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

test('who else is editing is seen with the field in focus, until there is no sign of life for half a minute', async () => {
  const [editor, colleague, reviewer] = await Promise.all(
    (['editor', 'colleague', 'reviewer'] as const).map((person) => server.as(person)),
  );
  if (!editor || !colleague || !reviewer) throw new Error('nobody there');
  const { id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 });
  expect(await editor.reports.present.mutate({ id, field: 'section:0' })).toMatchObject({ others: [] });
  const { others } = await colleague.reports.present.mutate({ id, field: 'fact:t3.received.total' });
  expect(others).toEqual([{ name: 'editor', field: 'section:0', seenAt: server.clock.toISOString() }]);
  expect((await reviewer.reports.get.query({ id })).present.map(({ name }) => name)).toEqual(['colleague', 'editor']);
  expect((await editor.reports.get.query({ id })).revision).toBe(1);

  server.clock = new Date(server.clock.getTime() + 20_000);
  await editor.reports.present.mutate({ id, field: null });
  server.clock = new Date(server.clock.getTime() + 11_000);
  expect((await reviewer.reports.get.query({ id })).present).toMatchObject([{ name: 'editor', field: null }]);

  await editor.reports.present.mutate({ id, field: null, leaving: true });
  expect((await reviewer.reports.get.query({ id })).present).toEqual([]);
});
