import type { PublicationVerdict } from '@nianbao/database';
import { openJobQueue, verifyAuditTrail, verifyPublications } from '@nianbao/database';
import type { SQL, TestDatabase } from '@nianbao/database/testing';
import { createTestDatabase, sql } from '@nianbao/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemonstration } from '../demo/seed.ts';
import { jobKinds } from '../jobs/job-kinds.ts';

let server: TestDatabase;
beforeAll(async () => {
  server = await createTestDatabase();
  const jobs = await openJobQueue(server, { kinds: Object.values(jobKinds), supervise: false, onError: () => {} });
  await seedDemonstration(server.database, jobs);
  await jobs.stop();
});
afterAll(() => server.close());

test('what was published by the ordinary way holds', async () => {
  const verdict = await verifyPublications(server.database);
  expect(verdict.faults).toEqual([]);
  expect(verdict.publications).toBeGreaterThan(5);
});

/** Does what only somebody with the database in hand can do, looks, and undoes it. */
async function faultsAfter(statement: SQL) {
  const undo = new Error('undo');
  const found: PublicationVerdict[] = [];
  const tampering = server.database.transaction(async (transaction) => {
    await transaction.execute(sql`set local session_replication_role = replica`);
    await transaction.execute(statement);
    found.push(await verifyPublications(transaction));
    throw undo;
  });
  await expect(tampering).rejects.toBe(undo);
  return found[0]?.faults.map(({ kind }) => kind);
}

const one = sql`id = (select id from publication order by published_at, id limit 1)`;

test.each<[string, readonly string[], SQL]>([
  [
    'a figure',
    ['content', 'record'],
    sql`update publication set content = jsonb_set(content, '{facts,t2.regulations.inForce}', '7') where ${one}`,
  ],
  ['the note', ['record'], sql`update publication set note = '改' where ${one}`],
  ['the day', ['record'], sql`update publication set published_at = published_at - interval '1 day' where ${one}`],
  ['the whole version', ['missing'], sql`delete from publication where ${one}`],
  [
    'the event of its publication',
    ['unrecorded'],
    sql`delete from audit_event where changes @> '[{"field": "publication", "after": {"version": 1}}]' and report_id = (select report_id from publication where ${one})`,
  ],
])('%s taken away or altered behind the back of the refusal is found', async (_what, kinds, statement) => {
  expect(await faultsAfter(statement)).toEqual(kinds);
});

test('nothing of that is left, and the trail is whole', async () => {
  expect((await verifyAuditTrail(server.database)).faults).toEqual([]);
});
