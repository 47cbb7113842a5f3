import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceError } from '../errors/service-error.ts';
import type { Listening } from '../start/listen.ts';
import { listen } from '../start/listen.ts';
import { requestLimit } from './body-limits.ts';
import type { HttpEnvironment } from './environment.ts';

const megabyte = 1024 * 1024;

let listening: Listening;
beforeAll(async () => {
  const app = new Hono<HttpEnvironment>();
  app.use(requestLimit);
  app.onError((error, context) => context.text(error instanceof ServiceError ? error.stableCode : error.message, 413));
  app.all('/', async (context) => context.text(`${context.req.method} ${(await context.req.text()).length}`));
  listening = await listen({ host: '127.0.0.1', port: 0 }, () => undefined);
  listening.answerWith((request) => app.fetch(request));
});
afterAll(() => listening.close());

/** Sends pieces, in chunks unless a length is named; what is refused is answered before all of them have arrived. */
function send(method: string, pieces: readonly string[], headers: Record<string, string>): Promise<string> {
  return new Promise((settle, fail) => {
    const sent = request({ port: listening.port, method, headers, agent: false });
    sent.on('error', fail);
    sent.on('response', (answer) => void text(answer).then(settle, fail));
    for (const piece of pieces) sent.write(piece);
    sent.end();
  });
}

test('what has no body passes, with any method', async () => {
  const address = `http://127.0.0.1:${listening.port}/`;
  for (const method of ['GET', 'DELETE', 'POST', 'PUT']) {
    expect(await (await fetch(address, { method })).text()).toBe(`${method} 0`);
  }
});

test('what comes in chunks arrives whole', async () => {
  const chunked = { 'transfer-encoding': 'chunked' };
  expect(await send('POST', ['一二', '三'], chunked)).toBe('POST 3');
  expect(await send('DELETE', ['{}'], chunked)).toBe('DELETE 2');
});

test('what is too long is refused, whether or not it says how long it is', async () => {
  const pieces = Array.from({ length: 9 }, () => 'x'.repeat(megabyte));
  expect(await send('POST', pieces, { 'transfer-encoding': 'chunked' })).toBe('TOO_LARGE');
  expect(await send('POST', pieces, { 'content-length': String(9 * megabyte) })).toBe('TOO_LARGE');
});
