import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendAuditEvent, listEvents } from './queries/audit-events.ts';
import type { TestDatabase } from './testing/index.ts';
import { createTestDatabase } from './testing/index.ts';

const reportId = '00000000-0000-4000-8000-000000000001';

describe('what the database refuses', () => {
  let connection: TestDatabase;
  beforeAll(async () => {
    connection = await createTestDatabase();
    await appendAuditEvent(connection.database, { action: 'report.save', reportId, revision: 2 });
  });
  afterAll(() => connection.close());

  test.each([
    ['update audit_event', sql`update audit_event set action = 'other'`],
    ['delete audit_event', sql`delete from audit_event`],
    ['truncate audit_event', sql`truncate audit_event`],
    ['update audit_seal', sql`update audit_seal set events = 0`],
    ['delete audit_seal', sql`delete from audit_seal`],
    ['update publication', sql`update publication set note = 'other'`],
    ['delete publication', sql`delete from publication`],
    ['truncate publication', sql`truncate publication`],
  ])('%s is refused, and nothing is lost', async (_title, statement) => {
    await expect(connection.database.execute(statement)).rejects.toMatchObject({ cause: { code: '23001' } });
    const events = await listEvents(connection.database, reportId, 10);
    expect(events.map(({ action }) => action)).toEqual(['report.save']);
  });
});
