import { schema } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, refusalOf, secretIn, testClient } from '../testing/index.ts';

let server: TestServer;
let administrator: Awaited<ReturnType<TestServer['as']>>;
beforeAll(async () => {
  server = await createTestServer();
  administrator = await server.as('administrator');
});
afterAll(() => server.close());

const password = 'a password of my own';
let next = 0;

/** Somebody new at the forestry bureau, with the link that invites them. */
async function invite(role: 'editor' | 'administrator' | null = 'editor', agency: 'forestry' | 'county' = 'forestry') {
  next += 1;
  const username = `new.person${next}`;
  const agencyId = server.agencies[agency].id;
  const created = await administrator.people.create.mutate({ agencyId, name: `新人${next}`, username, role });
  return { ...created, username, secret: secretIn(created.link.address) };
}

const client = () => testClient(server);
const setPassword = (secret: string, chosen = password) =>
  client().api.account.setPassword.mutate({ secret, password: chosen });

async function signedIn(username: string) {
  const browser = client();
  expect((await browser.post('/sign-in/username', { username, password })).status).toBe(200);
  return browser;
}

const idOf = async (username: string) => {
  const { people } = await administrator.people.list.query({ search: username });
  return people.find((person) => person.username === username)?.id ?? '';
};

describe('a one-time link', () => {
  test('is shown once to the administrator, sets the password, and then opens nothing', async () => {
    const { username, secret, link } = await invite();
    expect(link).toMatchObject({ delivery: 'shown', address: expect.stringMatching(/\/admin\/set-password#.{40,}$/) });
    const told = await client().api.account.readLink.mutate({ secret });
    expect(told).toMatchObject({ purpose: 'invitation', username });
    expect(await setPassword(secret)).toEqual({ username });
    const me = await (await signedIn(username)).api.session.me.query();
    expect(me).toMatchObject({ memberships: [{ agencyName: '云溪县林业局', role: 'editor' }] });
    expect(await refusalOf(setPassword(secret))).toMatchObject({ code: 'LINK_REFUSED' });
  });

  test('is kept as a hash only', async () => {
    const { secret } = await invite();
    const rows = await server.database.select().from(schema.oneTimeLink);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('is void when a newer one was made, after its time, and for a disabled account', async () => {
    const first = await invite();
    const second = await administrator.people.sendLink.mutate({ personId: first.id });
    expect(await refusalOf(setPassword(first.secret))).toMatchObject({ code: 'LINK_REFUSED' });
    server.clock = new Date(new Date(second.expiresAt).getTime() + 1);
    expect(await refusalOf(setPassword(secretIn(second.address)))).toMatchObject({ code: 'LINK_REFUSED' });
    const third = await administrator.people.sendLink.mutate({ personId: first.id });
    await administrator.people.setDisabled.mutate({ personId: first.id, disabled: true });
    await administrator.people.setDisabled.mutate({ personId: first.id, disabled: false });
    expect(await refusalOf(setPassword(secretIn(third.address)))).toMatchObject({ code: 'LINK_REFUSED' });
  });

  test('tried by many at once is used by one', async () => {
    const { secret } = await invite();
    const tries = await Promise.allSettled(['1', '2', '3', '4'].map((end) => setPassword(secret, `${password}${end}`)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('for a new password ends the sessions of the account', async () => {
    const { id, username, secret } = await invite();
    await setPassword(secret);
    const browser = await signedIn(username);
    const reset = await administrator.people.sendLink.mutate({ personId: id });
    expect(await browser.api.session.me.query()).not.toBeNull();
    await setPassword(secretIn(reset.address), 'quite another password');
    expect(await browser.api.session.me.query()).toBeNull();
  });
});

describe('an account', () => {
  test('is made once for each user name and mail address', async () => {
    const agencyId = server.agencies.forestry.id;
    const make = (username: string, mail: string) =>
      administrator.people.create.mutate({ agencyId, name: '某人', username, mail });
    await make('taken', 'Taken@Yunxi.example');
    expect(await refusalOf(make('TAKEN', 'other@yunxi.example'))).toMatchObject({ code: 'PERSON_EXISTS' });
    expect(await refusalOf(make('free', 'taken@yunxi.example'))).toMatchObject({ code: 'PERSON_EXISTS' });
  });

  test('signs in by its mail address too, and counts failures together under both names', async () => {
    const { id, username, secret } = await invite();
    await administrator.people.update.mutate({ personId: id, mail: 'xin@yunxi.example' });
    // Another mail address makes links on their way void.
    expect(await refusalOf(setPassword(secret))).toMatchObject({ code: 'LINK_REFUSED' });
    await setPassword(secretIn((await administrator.people.sendLink.mutate({ personId: id })).address));
    const tryAs = (name: string, guess: string) =>
      client().post('/sign-in/username', { username: name, password: guess }, '198.51.100.9');
    expect((await tryAs('XIN@yunxi.example', password)).status).toBe(200);
    for (const name of [username, 'xin@yunxi.example', username, 'xin@yunxi.example']) {
      await tryAs(name, 'a guess');
      await tryAs(name, 'a guess');
    }
    expect((await tryAs(username, password)).status).toBe(429);
  });

  test('that is disabled is out at once, with the tokens that it made, and comes back when enabled', async () => {
    const { id, username, secret } = await invite('administrator', 'county');
    await setPassword(secret);
    const browser = await signedIn(username);
    const { token } = await browser.api.tokens.create.mutate({
      ...{ agencyId: server.agencies.county.id, name: '采集', scopes: ['report.read'], days: 30 },
    });
    expect((await testClient(server, token).get('/api/trpc/reports.list?input=%7B%7D')).status).toBe(200);
    await administrator.people.setDisabled.mutate({ personId: id, disabled: true });
    expect(await browser.api.session.me.query()).toBeNull();
    expect((await testClient(server, token).get('/api/trpc/reports.list?input=%7B%7D')).status).toBe(401);
    const refused = await client().post('/sign-in/username', { username, password });
    expect(refused.status).toBe(401);
    await administrator.people.setDisabled.mutate({ personId: id, disabled: false });
    expect(await (await signedIn(username)).api.session.me.query()).not.toBeNull();
  });

  test('that administers an agency no more loses the tokens that it made there, and keeps the others', async () => {
    const { id, username, secret } = await invite('administrator', 'county');
    await setPassword(secret);
    const { county, forestry } = server.agencies;
    await administrator.people.grantRole.mutate({ personId: id, agencyId: forestry.id, role: 'administrator' });
    const browser = await signedIn(username);
    const make = async (agencyId: string) => {
      const { token } = await browser.api.tokens.create.mutate({
        ...{ agencyId, name: '采集', scopes: ['report.read'], days: 30 },
      });
      return async () => (await testClient(server, token).get('/api/trpc/reports.list?input=%7B%7D')).status;
    };
    const [above, below] = [await make(county.id), await make(forestry.id)];
    await administrator.people.withdrawRole.mutate({ personId: id, agencyId: county.id, role: 'administrator' });
    expect([await above(), await below()]).toEqual([401, 200]);
    await administrator.people.withdrawRole.mutate({ personId: id, agencyId: forestry.id, role: 'administrator' });
    expect(await below()).toBe(401);
  });

  test('can be acted on only by whoever administers every agency where it has a role', async () => {
    const bureau = await invite('administrator');
    await setPassword(bureau.secret);
    const { api } = await signedIn(bureau.username);
    const { id: personId } = await invite();
    await api.people.update.mutate({ personId, name: '改名' });
    const county = server.agencies.county.id;
    await administrator.people.grantRole.mutate({ agencyId: county, personId, role: 'reviewer' });
    expect(await api.people.get.query({ personId })).toMatchObject({
      memberships: [{ agencyName: '云溪县林业局', role: 'editor' }],
      hasRolesElsewhere: true,
    });
    for (const act of [
      () => api.people.sendLink.mutate({ personId }),
      () => api.people.resetSecondFactor.mutate({ personId }),
      () => api.people.setDisabled.mutate({ personId, disabled: true }),
      () => api.people.update.mutate({ personId, mail: 'mine@yunxi.example' }),
      () => api.people.setIdentity.mutate({ personId, subject: 'me' }),
    ]) {
      expect(await refusalOf(act())).toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });

  test('out of sight looks like one that does not exist', async () => {
    const { id: personId } = await invite();
    const stranger = await server.as('stranger');
    const bodies = await Promise.all(
      [personId, 'nobody'].map(async (id) => {
        const { requestId: _, ...body } = await refusalOf(stranger.people.get.query({ personId: id }));
        return body;
      }),
    );
    expect(bodies[0]).toMatchObject({ code: 'NOT_FOUND' });
    expect(bodies[0]).toEqual(bodies[1]);
    expect(await stranger.people.list.query({})).toEqual({ people: [], total: 0 });
  });

  test('is found by a part of its name, and a sign of the search is only itself', async () => {
    const { username } = await invite();
    const found = await administrator.people.list.query({ search: username.toUpperCase() });
    expect(found.people.map((person) => person.username)).toContain(username);
    expect((await administrator.people.list.query({ search: '%' })).total).toBe(0);
    const page = await administrator.people.list.query({ limit: 2, offset: 1 });
    expect(page.people).toHaveLength(2);
    expect(page.total).toBeGreaterThan(5);
  });
});

describe('roles', () => {
  test('are granted and withdrawn with effect on the next request, and recorded', async () => {
    const { id: personId, username, secret } = await invite(null);
    await setPassword(secret);
    const { api } = await signedIn(username);
    const agencyId = server.agencies.education.id;
    const names = async () => (await api.agencies.list.query()).map(({ name }) => name);
    expect(await names()).toEqual([]);
    await administrator.people.grantRole.mutate({ agencyId, personId, role: 'editor' });
    expect(await names()).toEqual(['云溪县教育局']);
    await administrator.people.withdrawRole.mutate({ agencyId, personId, role: 'editor' });
    expect(await names()).toEqual([]);
    const events = await server.database.query.auditEvent.findMany({
      where: (event, { eq }) => eq(event.subject, `person:${personId}`),
      orderBy: (event, { asc }) => asc(event.id),
    });
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['person.create', 'person.invite', 'person.grantRole', 'person.withdrawRole']),
    );
    expect(events.at(-1)).toMatchObject({ actorName: 'administrator', agencyId, door: 'session' });
  });

  test('of one’s own are changed by nobody, nor anything else of one’s own account', async () => {
    const personId = await idOf('administrator');
    const agencyId = server.agencies.county.id;
    for (const act of [
      () => administrator.people.grantRole.mutate({ agencyId, personId, role: 'reviewer' }),
      () => administrator.people.withdrawRole.mutate({ agencyId, personId, role: 'administrator' }),
      () => administrator.people.setDisabled.mutate({ personId, disabled: true }),
      () => administrator.people.resetSecondFactor.mutate({ personId }),
    ]) {
      expect(await refusalOf(act())).toMatchObject({ code: 'OWN_ACCESS' });
    }
  });

  test('of an administrator are granted only at agencies that one administers', async () => {
    const bureau = await invite('administrator');
    await setPassword(bureau.secret);
    const { api } = await signedIn(bureau.username);
    const { id: personId } = await invite();
    const own = server.agencies.forestry.id;
    await api.people.grantRole.mutate({ agencyId: own, personId, role: 'administrator' });
    for (const agencyId of [server.agencies.county.id, server.agencies.education.id, server.agencies.neighbour.id]) {
      const grant = api.people.grantRole.mutate({ agencyId, personId, role: 'administrator' });
      expect(await refusalOf(grant)).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test('of administrators at the top never end with the last, even when two take them from each other', async () => {
    const second = await invite('administrator', 'county');
    await setPassword(second.secret);
    const { api } = await signedIn(second.username);
    const agencyId = server.agencies.county.id;
    const others = await server.database.query.membership.findMany({
      where: (row, { and, eq }) => and(eq(row.agencyId, agencyId), eq(row.role, 'administrator')),
    });
    const first = await idOf('administrator');
    for (const { userId } of others) {
      if (userId === first || userId === second.id) continue;
      await administrator.people.withdrawRole.mutate({ agencyId, personId: userId, role: 'administrator' });
    }
    const role = 'administrator' as const;
    const outcomes = await Promise.allSettled([
      administrator.people.withdrawRole.mutate({ agencyId, personId: second.id, role }),
      api.people.setDisabled.mutate({ personId: first, disabled: true }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
