import type { Report } from '@nianbao/core';
import { blockText } from '@nianbao/core';
import { reportOfText, seededTexts } from '@nianbao/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexReport } from '../indexing/index-report.ts';
import { fileReport } from '../testing/filed-reports.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, refusalOf } from '../testing/index.ts';
import { rebuildSimilarity } from './rebuild-similarity.ts';

const texts = seededTexts(45);
const common = texts.paragraph(30);

let server: TestServer;
let reviewer: Awaited<ReturnType<TestServer['as']>>;
let stranger: typeof reviewer;
const ids = { forestry: '', forestryLastYear: '', education: '', neighbour: '' };

const withText = (overview: string) => (report: Report) => ({ ...report, sections: reportOfText(overview).sections });

const index = (reportId: string) => server.database.transaction((transaction) => indexReport(transaction, reportId));

beforeAll(async () => {
  server = await createTestServer();
  reviewer = await server.as('reviewer');
  stranger = await server.as('stranger');
  const { database, agencies } = server;
  const draft = { year: 2025, state: 'draft' } as const;
  const text = common + texts.paragraph(10);
  ids.forestry = await fileReport(database, agencies.forestry, { ...draft, write: withText(text) });
  ids.forestryLastYear = await fileReport(database, agencies.forestry, {
    ...{ year: 2024, state: 'published' },
    write: withText(texts.paragraph(30) + common),
  });
  ids.education = await fileReport(database, agencies.education, {
    ...draft,
    write: withText(texts.paragraph(4) + common),
  });
  ids.neighbour = await fileReport(database, agencies.neighbour, { ...draft, write: withText(common) });
  for (const id of Object.values(ids)) await index(id);
});
afterAll(() => server.close());

const pairsOf = async (
  caller: typeof reviewer,
  input: Partial<Parameters<typeof reviewer.similarity.list.query>[0]> = {},
) => {
  const { pairs } = await caller.similarity.list.query({ year: 2025, ...input });
  return pairs.map(({ one, other }) => [one.reportId, other.reportId].sort());
};

const pair = (one: string, other: string) => [one, other].sort();

test('pairs of a year are found within what one may read, with the part of each that stands in the other', async () => {
  const { pairs, total } = await reviewer.similarity.list.query({ year: 2025, threshold: 0.5 });
  expect(total).toBe(2);
  const peers = pairs.find(({ one, other }) => one.agencyId !== other.agencyId);
  const shares = new Map([peers?.one, peers?.other].map((side) => [side?.agencyName, side?.share]));
  expect(shares.get('云溪县林业局')).toBeGreaterThan(0.65);
  expect(shares.get('云溪县林业局')).toBeLessThan(0.85);
  expect(shares.get('云溪县教育局')).toBeGreaterThan(0.8);
});

test('others’ and last year’s are told apart, and a higher threshold leaves pairs out', async () => {
  expect(await pairsOf(reviewer, { kind: 'peers' })).toEqual([pair(ids.forestry, ids.education)]);
  expect(await pairsOf(reviewer, { kind: 'lastYear' })).toEqual([pair(ids.forestry, ids.forestryLastYear)]);
  expect(await pairsOf(reviewer, { threshold: 0.99 })).toEqual([]);
  expect(await pairsOf(reviewer, { agencyId: server.agencies.education.id })).toEqual([
    pair(ids.forestry, ids.education),
  ]);
});

test('another agency’s draft is in no pair and is not compared; once it is public, it is', async () => {
  expect(await pairsOf(stranger)).toEqual([]);
  const compare = { reportId: ids.forestry, otherId: ids.neighbour };
  expect(await refusalOf(reviewer.similarity.compare.query(compare))).toMatchObject({ code: 'NOT_FOUND' });
  const { database, agencies } = server;
  const id = await fileReport(database, agencies.neighbour, {
    year: 2026,
    state: 'published',
    write: withText(common),
  });
  const own = await fileReport(database, agencies.forestry, { year: 2026, state: 'draft', write: withText(common) });
  await index(id);
  await index(own);
  expect(await pairsOf(reviewer, { year: 2026, kind: 'peers' })).toEqual([pair(own, id)]);
  // The neighbour's reviewer does not see the forestry bureau's draft in return.
  expect(await pairsOf(stranger, { year: 2026, kind: 'peers' })).toEqual([]);
  expect(await reviewer.similarity.compare.query({ reportId: own, otherId: id })).toMatchObject({
    other: { agencyName: '望河县人民政府', standing: 'published', share: 1 },
  });
});

test('the passages stand side by side with their places', async () => {
  const { one, other, passages } = await reviewer.similarity.compare.query({
    reportId: ids.forestry,
    otherId: ids.education,
  });
  expect([one.share, other.share].every((share) => share !== null && share > 0.6)).toBe(true);
  const read = async (id: string) => (await reviewer.reports.get.query({ id })).report;
  const [left, right] = [await read(ids.forestry), await read(ids.education)];
  const at = (report: Report, place: (typeof passages)[number]['own']) => {
    const block = typeof place.section === 'number' ? report.sections[place.section]?.blocks[place.block] : undefined;
    return block === undefined ? null : blockText(block).slice(place.start, place.end);
  };
  expect(passages.length).toBeGreaterThan(0);
  for (const passage of passages) expect(at(left, passage.own)).toBe(at(right, passage.other));
  expect(passages.reduce((sum, { letters }) => sum + letters, 0)).toBeGreaterThan(400);
});

test('a text written anew loses its pairs, and all can be made anew', async () => {
  const other = await server.as('otherEditor');
  const { report } = await other.reports.get.query({ id: ids.education });
  await fillIn(other, ids.education, withText(texts.paragraph(40))(report));
  await index(ids.education);
  const left = [pair(ids.forestry, ids.forestryLastYear)];
  expect(await pairsOf(reviewer)).toEqual(left);
  expect(await rebuildSimilarity(server.database)).toBeGreaterThanOrEqual(4);
  expect(await pairsOf(reviewer)).toEqual(left);
});
