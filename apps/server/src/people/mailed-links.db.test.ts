import { schema } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { limits } from '../limits/limits.ts';
import type { MailSettings } from '../mail/mailer.ts';
import { checksOfPeople } from '../operations/checks-of-people.ts';
import { readConfig } from '../start/config.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, testClient } from '../testing/index.ts';
import type { TestMailServer } from '../testing/mail-server.ts';
import { startMailServer } from '../testing/mail-server.ts';

let smtp: TestMailServer;
let mail: MailSettings;
let server: TestServer;

beforeAll(async () => {
  smtp = await startMailServer();
  mail = smtp.settings;
  server = await createTestServer({ works: true, mail });
});
afterAll(async () => {
  await server.close();
  await smtp.close();
});

const mailsTo = (to: string) => smtp.mailsTo(to);

/** The secret of the newest mail to somebody, once there are as many as said. */
async function secretMailed(to: string, count = 1): Promise<string> {
  await vi.waitFor(() => expect(mailsTo(to).length).toBeGreaterThanOrEqual(count), { timeout: 30_000, interval: 50 });
  const address = /http\S+\/admin\/set-password#(\S+)/.exec(mailsTo(to).at(-1)?.text ?? '');
  return address?.[1] ?? '';
}

const client = () => testClient(server);
const password = 'a password of my own';

async function invite(username: string) {
  const administrator = await server.as('administrator');
  const mail = `${username}@yunxi.example`;
  const agencyId = server.agencies.forestry.id;
  const { id, link } = await administrator.people.create.mutate({ agencyId, name: '收信人', username, mail });
  return { id, link, mail, administrator };
}

describe('with a mail server', () => {
  test('the doctor says whether it takes mail', async () => {
    const config = { ...readConfig({}), mail };
    const look = checksOfPeople.find(({ id }) => id === 'mail')?.look;
    expect(await look?.({ config, opened: null })).toMatchObject({ state: 'well' });
    const nobody = { ...config, mail: { ...mail, url: 'smtp://127.0.0.1:1' } };
    expect(await look?.({ config: nobody, opened: null })).toMatchObject({ state: 'bad' });
  });

  test('an invitation goes to its person and to nobody else, and confirms the address when it is opened', async () => {
    const { id, link, mail, administrator } = await invite('mailed');
    expect(link).toMatchObject({ delivery: 'mail', address: null });
    const secret = await secretMailed(mail);
    const jobs = JSON.stringify(await server.database.execute('select data from jobs.job'));
    expect(jobs).not.toContain(secret);
    expect(await administrator.people.get.query({ personId: id })).toMatchObject({ mailVerified: false });
    await client().api.account.setPassword.mutate({ secret, password });
    expect(await administrator.people.get.query({ personId: id })).toMatchObject({ mailVerified: true });
    expect((await client().post('/sign-in/username', { username: mail, password })).status).toBe(200);
  });

  test('a mail that was refused is sent again, with a link that opens', async () => {
    smtp.refusing = 1;
    const { mail } = await invite('patient');
    // The wait before the next attempt is skipped.
    const tryAgain = `update jobs.job set start_after = now() where name = 'mail-link' and state = 'retry'`;
    await vi.waitFor(
      async () => {
        await server.database.execute(tryAgain);
        expect(mailsTo(mail)).toHaveLength(1);
      },
      { timeout: 30_000, interval: 50 },
    );
    expect(smtp.refusing).toBe(0);
    const secret = await secretMailed(mail);
    expect(await client().api.account.readLink.mutate({ secret })).toMatchObject({ username: 'patient' });
  });

  test('people ask for a new password themselves; the answer tells nobody who has an account', async () => {
    const { mail } = await invite('forgetful');
    await client().api.account.setPassword.mutate({ secret: await secretMailed(mail), password });
    const ask = (login: string) => client().api.account.requestReset.mutate({ login });
    expect(await ask('forgetful')).toEqual(await ask('nobody.at.all'));
    const secret = await secretMailed(mail, 2);
    expect(await client().api.account.readLink.mutate({ secret })).toMatchObject({ purpose: 'reset' });
    const links = () => server.database.select().from(schema.oneTimeLink);
    for (let at = 1; at < limits.resetByAccount.points; at += 1) await ask(mail);
    const before = (await links()).length;
    expect(await ask(mail)).toEqual({ requested: true });
    expect(await links()).toHaveLength(before);
  });
});
