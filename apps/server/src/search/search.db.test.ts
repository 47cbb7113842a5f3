import { insertAgency } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, soundReport } from '../testing/index.ts';
import { rebuildSearch } from './rebuild-search.ts';

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;
let reviewer: typeof editor;
let anyone: typeof editor;
let draft: string;

beforeAll(async () => {
  server = await createTestServer();
  [editor, reviewer, anyone] = await Promise.all([server.as('editor'), server.as('reviewer'), server.as(null)]);
  const agencyId = server.agencies.forestry.id;
  const { id: lastYear } = await editor.reports.create.mutate({ agencyId, year: 2024 });
  await fillIn(editor, lastYear, soundReport(2024));
  await move(editor, lastYear, { move: 'submit' });
  await move(reviewer, lastYear, { move: 'approve' });
  await move(reviewer, lastYear, { move: 'publish' });
  ({ id: draft } = await editor.reports.create.mutate({ agencyId, year: 2025 }));
  await fillIn(editor, draft, {
    ...soundReport(2025),
    facts: { ...soundReport(2025).facts, 't3.received.total': 999 },
  });
  await rebuildSearch(server.database);
});
afterAll(() => server.close());

const kindsAndYears = (items: readonly { kind: string; year: number | null }[]) =>
  [...new Set(items.map(({ kind, year }) => `${kind} ${year}`))].sort();

const marked = ({ text, marks }: { text: string; marks: readonly { start: number; end: number }[] }) =>
  marks.map(({ start, end }) => text.slice(start, end));

describe('search for people who are signed in', () => {
  test('finds texts of drafts, with the words marked', async () => {
    const { items, total } = await editor.search.all.query({ query: '松材线虫病 古树名木' });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ kind: 'narrative', reportId: draft, year: 2025, standing: 'working', place: '0' });
    expect(items[0] && new Set(marked(items[0].excerpt))).toEqual(new Set(['松材线虫病', '古树名木']));
  });

  test('finds findings and agencies, the agency first', async () => {
    const findings = await editor.search.all.query({ query: '林业局', kinds: ['finding'] });
    expect(findings.total).toBeGreaterThan(0);
    const { items } = await editor.search.all.query({ query: '林业局' });
    expect(items[0]).toMatchObject({ kind: 'agency', agencyId: server.agencies.forestry.id, reportId: null });
    expect(kindsAndYears(items)).toContain('narrative 2024');
  });

  test.each(['云溪县林', '林', 'yxxl', 'lyj', 'YunXiXianLin', '业局', '溪县林业'])(
    'finds the agency by %s',
    async (query) => {
      const { items } = await editor.search.all.query({ query, kinds: ['agency'] });
      expect(items.map(({ title }) => title.text)).toEqual(['云溪县林业局']);
    },
  );

  test('what others may not read is not found', async () => {
    for (const person of ['otherEditor', 'stranger', 'nobody'] as const) {
      const { items } = await (await server.as(person)).search.all.query({ query: '松材线虫病' });
      expect(items).toEqual([]);
    }
    expect((await reviewer.search.all.query({ query: '松材线虫病' })).total).toBe(1);
  });

  test('what the segmentation cuts otherwise is found letter by letter, and only where the letters follow each other', async () => {
    const found = async (query: string) => (await editor.search.all.query({ query, kinds: ['narrative'] })).total;
    expect(await found('天然林管护补助到户明')).toBeGreaterThan(0);
    expect(await found('护管然天')).toBe(0);
  });
});

describe('search for everybody', () => {
  test('finds what is public and nothing else', async () => {
    const { items } = await anyone.published.search.query({ query: '林业局' });
    expect(kindsAndYears(items)).toEqual(['agency null', 'narrative 2024']);
    expect((await anyone.published.search.query({ query: '松材线虫病' })).total).toBe(0);
    expect((await anyone.published.search.query({ query: '教育局' })).total).toBe(0);
    expect(items.every((item) => !('reportId' in item))).toBe(true);
  });

  test('takes a query literally, whatever is in it', async () => {
    for (const query of [
      "'",
      "林业局' | '教育局",
      '林 & !业',
      '林业局:*',
      '\\',
      '%',
      '((',
      '<->',
      '林\u3000局',
      "';drop table report;--",
    ]) {
      const { items } = await anyone.published.search.query({ query });
      expect(items.every(({ agencyName }) => agencyName === '云溪县林业局')).toBe(true);
    }
    expect((await anyone.published.search.query({ query: '林业局 | 没有的词语' })).total).toBe(0);
    expect((await anyone.published.search.query({ query: '林业局 !林长制' })).total).toBeGreaterThan(0);
  });

  test.each([
    ['nothing', { query: '  ' }],
    ['a query that is too long', { query: '林'.repeat(101) }],
    ['a page that nobody turns to', { query: '林', page: 51 }],
    ['a NUL', { query: '林\0' }],
  ])('%s is refused', async (_title, input) => {
    expect(await refusalOf(anyone.published.search.query(input))).toMatchObject({ code: 'BAD_INPUT' });
  });

  test('pages hold twenty, and the last one the rest', async () => {
    const { database, agencies } = server;
    const parentId = agencies.county.id;
    for (let number = 1; number <= 25; number += 1)
      await insertAgency(database, { name: `云溪县第${number}卫生院`, parentId });
    await rebuildSearch(database);
    const page = async (number: number) => reviewer.search.all.query({ query: '卫生院', page: number });
    const [first, second, third] = [await page(1), await page(2), await page(3)];
    expect([first.items.length, second.items.length, third.items.length]).toEqual([20, 5, 0]);
    expect([first.total, second.total, third.total]).toEqual([25, 25, 25]);
    expect(new Set([...first.items, ...second.items].map(({ agencyId }) => agencyId)).size).toBe(25);
  });
});
