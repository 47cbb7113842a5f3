import { verifyAuditTrail } from '@nianbao/database';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { jobKinds } from '../jobs/job-kinds.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, soundReport } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ works: true });
});
afterAll(() => server.close());

test('what people do is recorded with who, through which door and from where, and comes under a seal', async () => {
  const editor = await server.as('editor');
  const { id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2024 });
  await fillIn(editor, id, soundReport(2024));
  await move(editor, id, { move: 'submit' });
  await server.jobs.send(server.database, { kind: jobKinds.sealAudit, data: {} });
  await vi.waitFor(
    async () => {
      const verdict = await verifyAuditTrail(server.database);
      expect(verdict).toMatchObject({ faults: [], newestSeal: { number: 1 } });
    },
    { timeout: 20_000, interval: 50 },
  );
  const events = await server.database.query.auditEvent.findMany({ where: (event, { eq }) => eq(event.reportId, id) });
  expect(events.length).toBeGreaterThanOrEqual(3);
  for (const event of events) {
    expect(event).toMatchObject({ actorName: 'editor', door: 'session', requestId: expect.stringMatching(/\w{8}/) });
    expect(event.address).not.toBeNull();
  }
});
