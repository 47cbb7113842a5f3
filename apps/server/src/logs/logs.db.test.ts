import { sql } from '@nianbao/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, refusalOf, soundReport, testPassword } from '../testing/index.ts';
import { createLog } from './create-log.ts';

const line = z.looseObject({
  level: z.number(),
  msg: z.string(),
  requestId: z.string().optional(),
  route: z.string().optional(),
  status: z.number().optional(),
});

let server: TestServer;
let written = '';
const lines = () =>
  written
    .trimEnd()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)));

beforeAll(async () => {
  const log = createLog('debug', {
    write(text: string) {
      written += text;
    },
  });
  server = await createTestServer({ log });
});
afterAll(() => server.close());

test('nothing of what people are and write is in the log', async () => {
  const secrets = { name: '欧阳测试', figure: 48_271_993, text: '涉及个人隐私的一段草稿', query: 'wangmazi-query' };
  const signedIn = await server.signIn('editor', testPassword, '203.0.113.77');
  const cookie = signedIn.headers.getSetCookie().join('; ');
  await server.signIn('editor', 'a wrong password 9', '203.0.113.77');
  await server.signIn('no-such-person', testPassword, '203.0.113.77');
  await server.request('/api/auth/sign-in/username', { method: 'POST', body: '{"username":"half-a-person' });

  const editor = await server.as('editor');
  const { id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 });
  const report = soundReport(2025);
  const revision = await fillIn(editor, id, {
    ...report,
    facts: { ...report.facts, 't2.regulations.inForce': secrets.figure },
    preface: [{ kind: 'paragraph', text: secrets.text }],
  });
  const conflict = editor.reports.save.mutate({
    ...{ id, revision: 1 },
    changes: [{ kind: 'fact', key: 't2.regulations.inForce', value: secrets.figure + 1 }],
  });
  expect(await refusalOf(conflict)).toMatchObject({ code: 'CONFLICT' });
  const form = new FormData();
  form.set('reportId', id);
  form.set('file', new File([`${secrets.text}，由${secrets.name}填报`], `${secrets.name}.txt`));
  expect(await refusalOf(editor.imports.read.mutate(form))).toMatchObject({ code: 'UNREADABLE_FILE' });
  await server.requestAs('editor', `/api/reports/${id}/document.html`);
  await server.request(`/search?q=${secrets.query}`);
  await server.request(`/${secrets.query}/somewhere`);

  // The database fails in the middle of a save: the error that comes up carries everything that was to be written.
  await server.database.execute(sql`alter table report rename column content to contents`);
  const failing = editor.reports.save.mutate({ id, revision, changes: [{ kind: 'preface', blocks: [] }] });
  expect(await refusalOf(failing)).toMatchObject({ code: 'INTERNAL' });
  await server.database.execute(sql`alter table report rename column contents to content`);

  const people = await server.database.query.user.findMany();
  const sessions = await server.database.query.session.findMany();
  const forbidden = [
    ...Object.values(secrets).map(String),
    ...people
      .flatMap(({ id: user, email, username }) => [user, email, username ?? ''])
      .filter((text) => text.length > 7),
    ...sessions.map(({ token }) => token),
    ...cookie.split(/[=;,\s]+/).filter((text) => text.length > 20),
    ...[testPassword, 'a wrong password 9', 'no-such-person', 'half-a-person', '203.0.113.77', '林业局'],
    ...[id, server.agencies.forestry.id],
  ];
  for (const text of forbidden) expect(written).not.toContain(text);
});

test('each request has one line with its id, its route and its status', async () => {
  const before = lines().length;
  const answer = await server.request('/api/trpc/session.me', { headers: { 'x-request-id': 'known-request-1' } });
  expect(answer.status).toBe(200);
  await server.request('/api/trpc/no.such?input=secret');
  const [known, unknown, ...more] = lines().slice(before);
  expect(known).toMatchObject({
    requestId: 'known-request-1',
    route: '/api/trpc/session.me',
    status: 200,
    msg: 'request',
  });
  expect(unknown).toMatchObject({ route: '/api/trpc/*', status: 404 });
  expect(more).toEqual([]);
});

test('an error that nobody foresaw is there with its place and its statement, under the request’s id', () => {
  const failed = lines().find(({ msg }) => msg === 'call failed');
  expect(failed).toMatchObject({
    level: 50,
    path: 'reports.save',
    requestId: expect.stringMatching(/[\w-]{8,}/),
    error: {
      query: expect.stringContaining('"content"'),
      stack: expect.arrayContaining([expect.stringMatching(/^at .*\.ts/)]),
    },
  });
});
