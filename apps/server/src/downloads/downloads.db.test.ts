import { readReport } from '@nianbao/documents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestPerson, TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, soundReport, testPeople } from '../testing/index.ts';
import { offeredDocuments } from './offered-documents.ts';

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;
let reviewer: typeof editor;
let published: string;
let draft: string;

beforeAll(async () => {
  server = await createTestServer();
  editor = await server.as('editor');
  reviewer = await server.as('reviewer');
  const agencyId = server.agencies.forestry.id;
  ({ id: published } = await editor.reports.create.mutate({ agencyId, year: 2024 }));
  await fillIn(editor, published, soundReport(2024));
  await move(editor, published, { move: 'submit' });
  await move(reviewer, published, { move: 'approve' });
  await move(reviewer, published, { move: 'publish' });
  ({ id: draft } = await editor.reports.create.mutate({ agencyId, year: 2025 }));
  await fillIn(editor, draft, soundReport(2025));
});
afterAll(() => server.close());

const page = () => `/agencies/${server.agencies.forestry.id}/2024`;
const nameIn = (answer: Response) =>
  decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '');

describe.each(offeredDocuments.map(({ id, mediaType, edition }) => ({ id, mediaType, edition })))(
  'a published report as $id',
  (format) => {
    test('is a document of its kind under the name that people file it by', async () => {
      const answer = await server.request(`${page()}.${format.id}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(format.mediaType);
      expect(nameIn(answer)).toBe(`云溪县林业局2024年政府信息公开工作年度报告.${format.id}`);
      expect(answer.headers.get('cache-control')).toBe('public, no-cache');
      expect(Date.parse(answer.headers.get('last-modified') ?? '')).toBe(server.clock.getTime());
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    });

    test('is not sent again to those who have it', async () => {
      const tag = (await server.request(`${page()}.${format.id}`)).headers.get('etag') ?? '';
      expect(tag).toMatch(new RegExp(`^"[0-9a-f]{32}-1-${format.id}-${format.edition}"$`));
      const again = await server.request(`${page()}.${format.id}`, { headers: { 'if-none-match': `W/${tag}` } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    });

    test('is sent anew to those who have what an earlier edition of the writer wrote', async () => {
      const tag = (await server.request(`${page()}.${format.id}`)).headers.get('etag') ?? '';
      const earlier = tag.replace(`-${format.edition}"`, `-${format.edition - 1}"`);
      expect(earlier).not.toBe(tag);
      const again = await server.request(`${page()}.${format.id}`, { headers: { 'if-none-match': earlier } });
      expect([again.status, again.headers.get('etag')]).toEqual([200, tag]);
    });

    test('may be asked for by version', async () => {
      const answer = await server.request(`${page()}/versions/1.${format.id}`);
      expect(nameIn(answer)).toContain('（第1版）');
    });
  },
);

test.each(['docx', 'pdf', 'xlsx', 'html'])('a published report as %s reads back without loss', async (format) => {
  const bytes = new Uint8Array(await (await server.request(`${page()}.${format}`)).arrayBuffer());
  const read = await readReport(bytes, { fileName: `2024.${format}` });
  expect(read).toMatchObject({ ok: true, copy: { kind: 'unaltered' } });
});

test('the data of a published report reads back as that report, and says which version it is', async () => {
  const bytes = new Uint8Array(await (await server.request(`${page()}.json`)).arrayBuffer());
  const read = await readReport(bytes, { fileName: '2024.json' });
  expect(read.ok && read.report).toMatchObject({ ...soundReport(2024), publishedOn: '2026-01-20' });
  const carried: unknown = JSON.parse(new TextDecoder().decode(bytes));
  expect(carried).toMatchObject({
    publication: { version: 1, address: `http://nianbao.test${page()}/versions/1` },
  });
});

describe('what is no document is left to the site', () => {
  test.each([
    '/agencies/nobody/2024.json',
    () => `${page()}.exe`,
    () => `${page()}/versions/0.json`,
    () => `${page()}/versions/9.json`,
    () => `/agencies/${server.agencies.forestry.id}/2025.json`,
    () => `/agencies/${server.agencies.education.id}/2024.json`,
    page,
  ])('%s', async (path) => {
    const answer = await server.request(typeof path === 'string' ? path : path());
    expect(await answer.text()).toBe('site');
  });
});

describe('a draft', () => {
  const open = (person: TestPerson | null, id = draft) => server.requestAs(person, `/api/reports/${id}/document.json`);
  const readers: readonly (TestPerson | null)[] = [
    'service',
    'editor',
    'colleague',
    'agencyHead',
    'reviewer',
    'administrator',
    'auditor',
  ];

  test.each(readers)('is a document for %s, kept nowhere and marked as a draft', async (person) => {
    const answer = await open(person);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(nameIn(answer)).toBe('云溪县林业局2025年政府信息公开工作年度报告（草稿）.json');
    expect(await answer.json()).toMatchObject({ publication: null, report: { facts: soundReport(2025).facts } });
  });

  test.each(testPeople.filter((person) => !readers.includes(person)))('is not there for %s', async (person) => {
    const answer = await open(person);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('is not there for the public, who are asked to sign in', async () => {
    const answer = await open(null);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('facts');
  });

  test.each(['document.exe', 'document.', 'other.json'])('has no %s', async (file) => {
    expect((await server.requestAs('editor', `/api/reports/${draft}/${file}`)).status).toBe(404);
  });

  test('that was published as it stands says which version it is', async () => {
    const answer = await open('editor', published);
    expect(nameIn(answer)).toBe('云溪县林业局2024年政府信息公开工作年度报告.json');
    expect(await answer.json()).toMatchObject({ publication: { version: 1 } });
  });
});
