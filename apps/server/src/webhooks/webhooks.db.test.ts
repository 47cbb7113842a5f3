import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import { schema } from '@nianbao/database';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, soundReport } from '../testing/index.ts';
import { postSigned } from './post-signed.ts';
import { seal, unseal } from './sealed-secret.ts';

type Caller = Awaited<ReturnType<TestServer['as']>>;

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Another service: keeps what it is told and answers as it is set to. */
async function receiver() {
  const received: Received[] = [];
  const answers = { next: 200 };
  const listening = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(answers.next, { location: 'http://127.0.0.1:1/' }).end();
    });
  }).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/hook`, received, answers, close: () => listening.close() };
}

let server: TestServer;
let service: Awaited<ReturnType<typeof receiver>>;
let administrator: Caller;
let key: string;
let webhookId: string;

const agencyId = () => server.agencies.county.id;

async function publish(year: 2024 | 2025): Promise<string> {
  // Signatures name the moment, and are not accepted once it is long past.
  server.clock = new Date();
  const [editor, reviewer] = [await server.as('editor'), await server.as('reviewer')];
  const { id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year });
  await fillIn(editor, id, soundReport(year));
  await move(editor, id, { move: 'submit' });
  await move(reviewer, id, { move: 'approve' });
  await move(reviewer, id, { move: 'publish' });
  return id;
}

const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

beforeAll(async () => {
  service = await receiver();
  server = await createTestServer({ works: true });
  administrator = await server.as('administrator');
  ({ key, id: webhookId } = await administrator.webhooks.create.mutate({
    ...{ agencyId: agencyId(), url: service.url, events: ['report.published', 'report.corrected'] },
  }));
});
afterAll(async () => {
  await server.close();
  service.close();
});

describe('a webhook', () => {
  test('is told of a publication below its agency, in words that its key can verify', async () => {
    await publish(2024);
    await until(() => expect(service.received).toHaveLength(1));
    const [{ headers, body } = { headers: {}, body: '' }] = service.received;
    const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    expect(new Webhook(key).verify(body, signed)).toMatchObject({
      type: 'report.published',
      data: {
        agencyId: server.agencies.forestry.id,
        year: 2024,
        version: 1,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    expect(() => new Webhook(key).verify(body.replace('2024', '2023'), signed)).toThrow();
    await until(async () => {
      const [delivery] = await administrator.webhooks.deliveries.query({ agencyId: agencyId(), id: webhookId });
      expect(delivery).toMatchObject({ attempts: 1, status: 200, deliveredAt: expect.any(String) });
    });
  });

  test('a service that fails is told again under the same id, and can be told once more by hand', async () => {
    service.answers.next = 302;
    await publish(2025);
    await until(async () => {
      const [delivery] = await administrator.webhooks.deliveries.query({ agencyId: agencyId(), id: webhookId });
      expect(delivery).toMatchObject({ status: 302, deliveredAt: null });
    });
    service.answers.next = 204;
    const [failed] = await administrator.webhooks.deliveries.query({ agencyId: agencyId(), id: webhookId });
    const deliveryId = failed?.id ?? '';
    await administrator.webhooks.redeliver.mutate({ agencyId: agencyId(), id: webhookId, deliveryId });
    await until(() => expect(service.received.length).toBeGreaterThanOrEqual(3));
    const ids = service.received.slice(1).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids)).toEqual(new Set([deliveryId]));
  });

  test('its key is told once and is not in the database in the clear', async () => {
    expect(key).toMatch(/^whsec_/);
    const shown = await administrator.webhooks.list.query({ agencyId: agencyId() });
    expect(JSON.stringify(shown)).not.toContain(key);
    const rows = JSON.stringify(await server.database.select().from(schema.webhook));
    expect(rows).not.toContain(key);
    expect(JSON.stringify(await server.database.select().from(schema.auditEvent))).not.toContain(key);
  });

  test('is changed and removed where it belongs and nowhere else', async () => {
    const elsewhere = administrator.webhooks.change.mutate({
      ...{ agencyId: server.agencies.forestry.id, id: webhookId, active: false },
    });
    expect(await refusalOf(elsewhere)).toMatchObject({ code: 'NOT_FOUND' });
    await administrator.webhooks.change.mutate({ agencyId: agencyId(), id: webhookId, active: false });
    expect(await administrator.webhooks.list.query({ agencyId: agencyId() })).toMatchObject([{ active: false }]);
    await administrator.webhooks.remove.mutate({ agencyId: agencyId(), id: webhookId });
    expect(await administrator.webhooks.list.query({ agencyId: agencyId() })).toEqual([]);
  });
});

describe('where a message may go', () => {
  const message = (url: string) => ({ url, id: 'm', at: new Date(), body: '{}', key: `whsec_${btoa('k'.repeat(24))}` });

  test.each([
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://[::1]:1/',
    'http://169.254.169.254/',
    'http://10.0.0.1/',
    'http://0/',
  ])('%s lies within the network and is refused before anything is sent', async (url) => {
    await expect(postSigned(message(url), [])).rejects.toThrow(/not allowed|private|DNS lookup/i);
  });

  test('but for the addresses that are allowed', async () => {
    expect(await postSigned(message(service.url), ['127.0.0.0/8'])).toBe(204);
  });
});

test('what is sealed opens with the same secret alone, and not when altered', () => {
  const sealed = seal('whsec_abc', 'a secret');
  expect(unseal(sealed, 'a secret')).toBe('whsec_abc');
  expect(() => unseal(sealed, 'another')).toThrow();
  const altered = Buffer.from(sealed, 'base64');
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
  expect(() => unseal(altered.toString('base64'), 'a secret')).toThrow();
});
