import { generateKeyPairSync } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { updatePerson } from '@nianbao/database';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checksOfPeople } from '../operations/checks-of-people.ts';
import { readConfig } from '../start/config.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, testClient } from '../testing/index.ts';

interface Subject {
  readonly email?: string;
  readonly verified: boolean;
}

/** The people whom the provider knows, by subject. */
const subjects: Readonly<Record<string, Subject>> = {
  'sub-editor': { email: 'editor@yunxi.example', verified: true },
  'sub-liar': { email: 'reviewer@yunxi.example', verified: false },
  'sub-new': { email: 'somebody@yunxi.example', verified: true },
  'sub-bound': { verified: false },
  'sub-trick': { email: 'auditor@accounts.invalid', verified: true },
};

let listener: Server;
let issuer: string;
let server: TestServer;
let signingIn = '';

beforeAll(async () => {
  listener = createServer();
  await new Promise<void>((settle) => listener.listen(0, '127.0.0.1', settle));
  issuer = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'nianbao',
        client_secret: 'a secret between the two',
        redirect_uris: ['http://nianbao.test/api/auth/callback/oidc'],
      },
    ],
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    jwks: { keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) }] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: id,
        ...(subjects[id]?.email === undefined ? {} : { email: subjects[id].email }),
        email_verified: subjects[id]?.verified ?? false,
      }),
    }),
  });
  const answer = provider.callback();
  listener.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    // What a person does at their provider: name themselves, and agree.
    void provider.interactionDetails(request, response).then(async ({ prompt, params }) => {
      if (prompt.name === 'login') {
        return provider.interactionFinished(request, response, { login: { accountId: signingIn } });
      }
      const grant = new provider.Grant({ accountId: signingIn, clientId: String(params.client_id) });
      grant.addOIDCScope('openid email profile');
      return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
    });
  });
  server = await createTestServer({
    oidc: { issuer, clientId: 'nianbao', clientSecret: 'a secret between the two', label: '县统一身份认证' },
  });
});
afterAll(async () => {
  await server.close();
  await new Promise((settle) => listener.close(settle));
});

/** Follows a browser from the button to the provider and back; gives where it ends and whom the server knows then. */
async function signInAs(subject: string) {
  signingIn = subject;
  const browser = testClient(server);
  const started = await browser.post('/sign-in/oidc', { next: '/admin/reports' });
  let address = z.object({ url: z.string() }).parse(await started.json()).url;
  const cookies = new Map<string, string>();
  while (address.startsWith(issuer)) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    address = new URL(answer.headers.get('location') ?? 'http://nowhere.test', address).href;
  }
  const { pathname, search } = new URL(address);
  const back = await browser.get(`${pathname}${search}`);
  return { location: back.headers.get('location') ?? '', me: await browser.api.session.me.query() };
}

const personId = async (username: string) => {
  const administrator = await server.as('administrator');
  return (await administrator.people.list.query({ search: username })).people[0]?.id ?? '';
};

async function verifyMail(username: string, mail: string) {
  const administrator = await server.as('administrator');
  await administrator.people.update.mutate({ personId: await personId(username), mail });
  await updatePerson(server.database, await personId(username), { emailVerified: true });
}

describe('a provider of identities', () => {
  test('is asked by the doctor who it is', async () => {
    const look = checksOfPeople.find(({ id }) => id === 'identity')?.look;
    const oidc = { issuer, clientId: 'nianbao', clientSecret: 'x', label: 'x' };
    const config = { ...readConfig({}), oidc };
    expect(await look?.({ config, opened: null })).toMatchObject({ state: 'well' });
    const wrong = { ...config, oidc: { ...oidc, issuer: `${issuer}/elsewhere` } };
    expect(await look?.({ config: wrong, opened: null })).toMatchObject({ state: 'bad' });
  });

  test('is offered on the sign-in page by its name', async () => {
    const options = await (await server.as(null)).session.options.query();
    expect(options).toEqual({ oidcLabel: '县统一身份认证', resetByMail: false });
  });

  test('signs in whoever has a verified mail address at both, and is told in the audit trail', async () => {
    await verifyMail('editor', 'editor@yunxi.example');
    const { location, me } = await signInAs('sub-editor');
    expect(location).toBe('/admin/reports');
    expect(me).toMatchObject({ user: { username: 'editor' } });
    const subject = `person:${await personId('editor')}`;
    const events = await server.database.query.auditEvent.findMany({
      where: (event, { eq }) => eq(event.subject, subject),
    });
    expect(events.map(({ action }) => action)).toContain('account.signIn');
  });

  test.each([
    ['does not vouch for the address', 'sub-liar'],
    ['knows somebody who has no account here', 'sub-new'],
    ['names an address that stands for none', 'sub-trick'],
  ])('that %s signs nobody in, and makes no account', async (_title, subject) => {
    await verifyMail('reviewer', 'reviewer@yunxi.example');
    const before = await server.database.query.user.findMany();
    const { location, me } = await signInAs(subject);
    expect(location).toMatch(/^(http:\/\/nianbao\.test)?\/admin\/sign-in\?error=/);
    expect(me).toBeNull();
    expect(await server.database.query.user.findMany()).toHaveLength(before.length);
  });

  test('signs in the subject that an administrator bound, without a mail address, until the binding is taken', async () => {
    const administrator = await server.as('administrator');
    const id = await personId('colleague');
    await administrator.people.setIdentity.mutate({ personId: id, subject: 'sub-bound' });
    expect((await signInAs('sub-bound')).me).toMatchObject({ user: { username: 'colleague' } });
    await administrator.people.setDisabled.mutate({ personId: id, disabled: true });
    expect((await signInAs('sub-bound')).me).toBeNull();
    await administrator.people.setDisabled.mutate({ personId: id, disabled: false });
    await administrator.people.setIdentity.mutate({ personId: id, subject: null });
    expect((await signInAs('sub-bound')).me).toBeNull();
  });

  test.each([['//evil.example'], ['https://evil.example'], ['/adminevil'], ['/']])(
    'does not lead to %s afterwards',
    async (next) => {
      expect((await testClient(server).post('/sign-in/oidc', { next })).status).toBe(400);
    },
  );
});
