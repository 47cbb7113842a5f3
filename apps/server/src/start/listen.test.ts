import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Listening } from './listen.ts';
import { listen, requestSeconds } from './listen.ts';

let listening: Listening;
beforeAll(async () => {
  listening = await listen({ host: '127.0.0.1', port: 0, requestSeconds: 0.3 }, () => {});
  listening.answerWith(async (request) => new Response(`${(await request.text()).length} letters`));
});
afterAll(() => listening.close());

/** Sends some bytes and waits for whatever comes until the connection ends. */
function send(bytes: string): Promise<string> {
  const socket = connect(listening.port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

test.each([
  ['a head that never ends', 'GET / HTTP/1.1\r\nHost: a\r\n'],
  ['a body that is shorter than it says', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc'],
  ['pieces that do not end', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n'],
])('%s is given up after the time to send a request', async (_, bytes) => {
  expect(await send(bytes)).toMatch(/^HTTP\/1\.1 408 /);
});

test('a request that comes in time is answered, whole or in pieces', async () => {
  const whole = 'POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc';
  const pieces =
    'POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n';
  for (const bytes of [whole, pieces]) {
    const answer = await send(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('3 letters');
  }
});

test('docs/limits.md tells of that time as it is', () => {
  const page = readFileSync(new URL('../../../../docs/limits.md', import.meta.url), 'utf8');
  expect(page).toContain(`| time to send a request | ${requestSeconds} s | 408, and the connection ends |`);
});
