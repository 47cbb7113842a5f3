import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal.ts';
import type { TestServer } from '../testing/test-server.ts';
import { createTestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const page = readFileSync(new URL('../../examples/yunxi-forestry-2025.html', import.meta.url));

test('files wait for their turn, and when too many do, a person is told to come again', async () => {
  const editor = await server.as('editor');
  const { id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 });
  const answers = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const form = new FormData();
      form.set('reportId', id);
      form.set('file', new File([page], 'report.html'));
      const reading = editor.imports.read.mutate(form);
      return reading.then(
        () => 'read',
        async () => (await refusalOf(reading)).code,
      );
    }),
  );
  expect(new Set(answers)).toEqual(new Set(['read', 'BUSY']));
  expect(answers.filter((answer) => answer === 'read').length).toBeGreaterThanOrEqual(10);
});
