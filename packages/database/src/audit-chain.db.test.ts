import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from './connect.ts';
import type { AuditVerdict } from './queries/audit-chain.ts';
import { sealAuditEvents, verifyAuditTrail } from './queries/audit-chain.ts';
import { appendAuditEvent } from './queries/audit-events.ts';
import type { TestDatabase } from './testing/index.ts';
import { createTestDatabase } from './testing/index.ts';

const reports = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;
const now = new Date('2026-01-20T02:00:00.000Z');

let connection: TestDatabase;

async function append(database: Database, count: number): Promise<void> {
  const writing = Array.from({ length: count }, (_, at) =>
    database.transaction((transaction) =>
      appendAuditEvent(transaction, {
        ...{ at: now, actorId: 'a', actorName: '张三', action: 'report.save', reportId: reports[at % 2], revision: at },
        changes: [{ field: 'fact:t3.received.total', before: null, after: at }],
      }),
    ),
  );
  await Promise.all(writing);
}

const seal = (database: Database) => database.transaction((transaction) => sealAuditEvents(transaction, now));

beforeAll(async () => {
  connection = await createTestDatabase();
  await append(connection.database, 40);
  await seal(connection.database);
  await append(connection.database, 20);
  await seal(connection.database);
  await append(connection.database, 4);
});
afterAll(() => connection.close());

test('events written by many at once stand in unbroken chains under unbroken seals', async () => {
  expect(await verifyAuditTrail(connection.database)).toMatchObject({
    ...{ events: 64, streams: 2, seals: 2, faults: [], faultsInAll: 0 },
    newestSeal: { number: 2 },
  });
});

test('a seal while others write leaves nothing out', async () => {
  const own = await createTestDatabase();
  const writing = append(own.database, 100);
  for (let round = 0; round < 5; round += 1) await seal(own.database);
  await writing;
  await seal(own.database);
  expect(await seal(own.database)).toBeNull();
  const verdict = await verifyAuditTrail(own.database);
  const [sealed] = await own.database.execute(sql`select sum(events)::int as events from audit_seal`);
  expect(verdict.faults).toEqual([]);
  expect(sealed).toEqual({ events: 100 });
  await own.close();
});

/** Does what only somebody with the database in hand can do, looks, and undoes it. */
async function faultsAfter(...statements: readonly SQL[]) {
  const undo = new Error('undo');
  const found: AuditVerdict[] = [];
  const tampering = connection.database.transaction(async (transaction) => {
    await transaction.execute(sql`set local session_replication_role = replica`);
    for (const statement of statements) await transaction.execute(statement);
    found.push(await verifyAuditTrail(transaction));
    throw undo;
  });
  await expect(tampering).rejects.toBe(undo);
  return found[0];
}

describe('tampering behind the back of the refusal', () => {
  test.each<[string, string, SQL]>([
    ['a figure', 'altered', sql`update audit_event set changes = '[]' where stream like '%1' and position = 7`],
    ['a name', 'altered', sql`update audit_event set actor_name = '李四' where stream like '%2' and position = 1`],
    [
      'the time',
      'altered',
      sql`update audit_event set at = at - interval '1 day' where stream like '%1' and position = 9`,
    ],
    ['an event in the middle', 'broken', sql`delete from audit_event where stream like '%1' and position = 7`],
    ['the newest event of a stream', 'cut', sql`delete from audit_event where stream like '%1' and position = 32`],
    ['a seal', 'seal', sql`update audit_seal set events = 39 where number = 1`],
    ['the first seal', 'seal', sql`delete from audit_seal where number = 1`],
  ])('%s is found', async (_what, kind, statement) => {
    const verdict = await faultsAfter(statement);
    expect(verdict?.faults).toContainEqual(expect.objectContaining({ kind }));
  });

  test('an event with its hash made anew is betrayed by the next one', async () => {
    const verdict = await faultsAfter(
      sql`update audit_event set reason = 'x' where stream like '%1' and position = 7`,
      sql`update audit_event event set hash = audit_event_hash(event) where stream like '%1' and position = 7`,
    );
    expect(verdict?.faults).toContainEqual(expect.objectContaining({ kind: 'broken', position: 8 }));
  });

  test('a stream cut at its end, head and all, is betrayed by the seal', async () => {
    const verdict = await faultsAfter(
      sql`delete from audit_event where stream like '%2' and position > 20`,
      sql`update audit_stream head set position = 20, hash = (select hash from audit_event event
        where event.stream = head.stream and event.position = 20) where stream like '%2'`,
    );
    expect(verdict?.faults).toEqual([{ kind: 'seal', number: 2 }]);
  });
});
