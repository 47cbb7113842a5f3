import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { faultsOf, refusalOf } from '../testing/index.ts';
import type { ServerProcess } from '../testing/server-process.ts';
import type { SeveralServers } from '../testing/several-servers.ts';
import { callerAt, cookieFrom, severalServers } from '../testing/several-servers.ts';
import { formAround, largestRequest, largestUpload } from './body-limits.ts';

let servers: SeveralServers;
let server: ServerProcess;
let cookie: string;
let reportId: string;

beforeAll(async () => {
  servers = await severalServers();
  server = await servers.start();
  cookie = await cookieFrom(server, 'editor');
  const agencyId = servers.seeded.agencies.forestry.id;
  ({ id: reportId } = await callerAt(server, cookie).reports.create.mutate({ agencyId, year: 2025 }));
});
afterAll(() => servers.close());

interface Sent {
  readonly path: string;
  readonly body: Buffer;
  readonly type: string;
  /** In pieces, without saying how much it will be. */
  readonly chunked: boolean;
}

/** Posts as a program does that writes for as long as it may. */
function post({ path, body, type, chunked }: Sent): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((settle, fail) => {
    const length = chunked ? {} : { 'content-length': body.length };
    const headers = { cookie, 'content-type': type, ...length };
    const asked = request(`${server.origin}${path}`, { method: 'POST', headers }, (answer) => {
      text(answer).then((told) => settle({ status: answer.statusCode ?? 0, body: told }), fail);
    });
    asked.on('error', fail);
    for (let at = 0; at < body.length; at += 1024 * 1024) asked.write(body.subarray(at, at + 1024 * 1024));
    asked.end();
  });
}

const boundary = 'form-of-this-test';

/** A form with a file of so many bytes. */
function formOf(bytes: number, fileName = 'a.pdf'): Buffer {
  const part = (name: string) => `--${boundary}\r\ncontent-disposition: form-data; name=${name}`;
  const head = `${part('reportId')}\r\n\r\n${reportId}\r\n${part(`file; filename=${fileName}`)}\r\n\r\n%PDF-1.7\n`;
  return Buffer.concat([Buffer.from(head), Buffer.alloc(bytes - 9), Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

const jsonOf = (bytes: number) => Buffer.from(`{"a":"${'x'.repeat(bytes - 8)}"}`);

const body = z.looseObject({ code: z.string(), requestId: z.string(), httpStatus: z.int() });
const refused = z.union([
  z.object({ error: z.object({ data: body }) }).transform(({ error }) => error.data),
  z.object({ error: body }).transform(({ error }) => error),
]);

const json = { type: 'application/json' };
const form = { type: `multipart/form-data; boundary=${boundary}` };
const requests = [
  ['a call', () => ({ path: '/api/trpc/reports.save', ...json, body: jsonOf(largestRequest + 1) })],
  [
    'a call over REST',
    () => ({ path: `/api/v1/reports/${reportId}/changes`, ...json, body: jsonOf(largestRequest + 1) }),
  ],
  ['a sign-in', () => ({ path: '/api/auth/sign-in/username', ...json, body: jsonOf(largestRequest + 1) })],
  ['a file', () => ({ path: '/api/trpc/attachments.add', ...form, body: formOf(largestUpload + formAround) })],
  ['a file of one byte more', () => ({ path: '/api/trpc/attachments.add', ...form, body: formOf(largestUpload + 1) })],
  ['a file to import', () => ({ path: '/api/trpc/imports.read', ...form, body: formOf(largestUpload + formAround) })],
  [
    'a file over REST',
    () => ({ path: `/api/v1/reports/${reportId}/attachments`, ...form, body: formOf(largestUpload + formAround) }),
  ],
] as const;

describe.each([false, true])('in pieces without a length: %s', (chunked) => {
  test.each(requests)('%s that is too large is refused with its code', async (_, sent) => {
    const answer = await post({ ...sent(), chunked });
    expect(answer.status).toBe(413);
    const error = refused.parse(JSON.parse(answer.body));
    expect(error).toMatchObject({ code: 'TOO_LARGE', httpStatus: 413 });
    expect(faultsOf('ErrorBody', error)).toEqual([]);
  });

  test('what is just within the limits is taken', async () => {
    const call = { path: '/api/trpc/reports.save', ...json, body: jsonOf(largestRequest), chunked };
    expect(refused.parse(JSON.parse((await post(call)).body))).toMatchObject({ code: 'NOT_FOUND' });
    const file = { path: '/api/trpc/attachments.add', ...form, body: formOf(largestUpload, `${chunked}.pdf`), chunked };
    const { status, body: told } = await post(file);
    expect([status, told]).toEqual([200, expect.stringContaining('"size":20971520')]);
  });
});

test('a typed client reads the code too', async () => {
  const upload = new FormData();
  upload.set('reportId', reportId);
  upload.set('file', new File([new Uint8Array(largestUpload + formAround)], 'a.pdf'));
  const refusal = await refusalOf(callerAt(server, cookie).attachments.add.mutate(upload));
  expect(refusal).toMatchObject({ code: 'TOO_LARGE' });
});

test('docs/limits.md tells of them as they are', () => {
  const page = readFileSync(new URL('../../../../docs/limits.md', import.meta.url), 'utf8');
  expect(page).toContain(`| request without a file | ${largestRequest / 1024 / 1024} MB | 413 \`TOO_LARGE\` |`);
  expect(page).toContain(`${largestUpload / 1024 / 1024} MB | 413 \`TOO_LARGE\` |`);
});
