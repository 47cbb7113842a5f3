import { insertAgency, insertMembership } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson } from '../identity/create-person.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, soundReport, testClient, testPassword } from '../testing/index.ts';

type Caller = Awaited<ReturnType<TestServer['as']>>;

const cell = 't2.penalties.decisions';
const year = 2025;

let server: TestServer;
let editor: Caller;
let auditor: Caller;
let reviewer: Caller;
let reportId: string;

beforeAll(async () => {
  server = await createTestServer();
  [editor, auditor, reviewer] = [await server.as('editor'), await server.as('auditor'), await server.as('reviewer')];
  ({ id: reportId } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year }));
  const set = async (who: Caller, value: number) => {
    const { revision } = await who.reports.get.query({ id: reportId });
    await who.reports.save.mutate({ id: reportId, revision, changes: [{ kind: 'fact', key: cell, value }] });
  };
  await set(editor, 41);
  await set(await server.as('colleague'), 44);
  await fillIn(editor, reportId, soundReport(year));
  await move(editor, reportId, { move: 'submit' });
  await move(reviewer, reportId, { move: 'return', reason: '请核对收件数。' });
});
afterAll(() => server.close());

test('a cell tells who gave it which value and when, newest first', async () => {
  const history = await editor.reports.fieldHistory.query({ id: reportId, field: `fact:${cell}` });
  const told = history.map(({ by, before, after }) => [by, before, after]);
  expect(told.slice(-2)).toEqual([
    ['colleague', 41, 44],
    ['editor', null, 41],
  ]);
  expect(await editor.reports.fieldHistory.query({ id: reportId, field: 'fact:t9.nowhere' })).toEqual([]);
});

describe('the trail of an agency and those below it', () => {
  const trail = (caller: Caller, filter: object = {}) =>
    caller.audit.list.query({ agencyId: server.agencies.county.id, limit: 200, ...filter });

  test('says who did what, from where, with what before and after, and why', async () => {
    const { events } = await trail(auditor, { reportId, action: 'report.return' });
    expect(events).toMatchObject([
      {
        by: { name: 'reviewer' },
        ...{ agencyId: server.agencies.forestry.id, reportId, reason: '请核对收件数。', door: 'session' },
        label: { zh: '退回' },
        changes: [{ field: 'state', before: 'submitted', after: 'returned' }],
      },
    ]);
    const byCell = await trail(auditor, { field: `fact:${cell}` });
    expect(byCell.events.at(-1)).toMatchObject({ by: { name: 'editor' }, reportId });
  });

  test('comes in pages that leave nothing out and tell nothing twice', async () => {
    const { events } = await trail(auditor);
    const paged: number[] = [];
    for (let before: number | null | undefined; before !== null; ) {
      const page = await trail(auditor, { limit: 3, ...(before === undefined ? {} : { before }) });
      paged.push(...page.events.map(({ id }) => id));
      before = page.next;
    }
    expect(paged).toEqual(events.map(({ id }) => id));
  });

  test('tells of accounts and sign-ins only to those who may see the people', async () => {
    const administrator = await server.as('administrator');
    const newcomer = { agencyId: server.agencies.forestry.id, name: '新人', username: 'newcomer' };
    const { id, link } = await administrator.people.create.mutate(newcomer);
    const client = testClient(server);
    const secret = link.address?.split('#')[1] ?? '';
    await client.api.account.setPassword.mutate({ secret, password: testPassword });
    await client.post('/sign-in/username', { username: 'newcomer', password: testPassword });
    const about = async (caller: Caller) =>
      (await trail(caller)).events.filter(({ subject }) => subject === `person:${id}`).map(({ action }) => action);
    expect(await about(auditor)).toEqual(['account.signIn', 'account.setPassword', 'person.invite', 'person.create']);
    expect(await about(reviewer)).toEqual([]);
    expect((await trail(reviewer, { reportId })).events.length).toBeGreaterThan(0);
  });

  test('is shut to whoever has no part in it, and ends where a role ends', async () => {
    const agencyId = server.agencies.forestry.id;
    const listing = (caller: Caller) => refusalOf(caller.audit.list.query({ agencyId }));
    expect((await listing(editor)).code).toBe('NOT_ALLOWED');
    expect((await listing(await server.as('otherEditor'))).code).toBe('NOT_FOUND');
    expect((await listing(await server.as('stranger'))).code).toBe('NOT_FOUND');
    // The head of a government answers for its own report, and not for what its organs have in draft.
    const userId = await createPerson(server.database, { name: '县长', username: 'mayor', password: testPassword });
    const { county } = server.agencies;
    await insertMembership(server.database, { userId, agencyId: county.id, role: 'agencyHead' });
    const office = await insertAgency(server.database, {
      name: '县政府办公室',
      kind: 'department',
      parentId: county.id,
    });
    await auditor.audit.list.query({ agencyId: office.id });
    const mayor = testClient(server);
    await mayor.post('/sign-in/username', { username: 'mayor', password: testPassword });
    const seen = await mayor.api.audit.list.query({ agencyId: county.id, limit: 200 });
    expect(seen.events.filter((event) => event.agencyId !== null && event.agencyId !== county.id)).toEqual([]);
  });
});
