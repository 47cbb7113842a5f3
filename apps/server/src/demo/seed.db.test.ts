import type { JobQueue } from '@nianbao/database';
import { listDueReports, listReports, listThreads, schema } from '@nianbao/database';
import type { TestDatabase } from '@nianbao/database/testing';
import { createTestDatabase } from '@nianbao/database/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openJobs } from '../jobs/work-jobs.ts';
import { rebuildSearch } from '../search/rebuild-search.ts';
import { searchPublished, searchPublishedInput } from '../search/search-published.ts';
import { viewerData } from '../site/viewer-data.ts';
import { demoAgencies } from './agencies.ts';
import { reportsFor } from './reports.ts';
import { seedDemonstration } from './seed.ts';

let connection: TestDatabase;
let jobs: JobQueue;
beforeAll(async () => {
  connection = await createTestDatabase();
  const log = pino({ level: 'silent' });
  jobs = await openJobs({ ...connection, log });
  const filled = await Promise.all([1, 2, 3].map(() => seedDemonstration(connection.database, jobs)));
  expect(filled.filter(Boolean)).toHaveLength(1);
});
afterAll(async () => {
  await jobs.stop();
  await connection.close();
});

test('this year shows a report in every state on the way, last year is all public', async () => {
  const agencies = (await connection.database.select().from(schema.agency)).map(({ id }) => id);
  const states = async (year: number) =>
    (await listReports(connection.database, { agencies, year })).map(({ agency, report }) => [
      agency.name,
      report.state,
    ]);
  expect(Object.fromEntries(await states(2025))).toEqual({
    云溪县人民政府办公室: 'approved',
    云溪县发展和改革局: 'draft',
    云溪县教育局: 'submitted',
    云溪县林业局: 'draft',
    云溪县文化和旅游局: 'draft',
    云溪县青岚镇人民政府: 'returned',
    云溪县石桥街道办事处: 'published',
  });
  const lastYear = await states(2024);
  expect(lastYear).toHaveLength(demoAgencies.filter((agency) => reportsFor(agency, 2024)).length);
  expect(lastYear.filter(([, state]) => state !== 'published')).toEqual([['云溪县教育局', 'corrected']]);
});

test('the board of this year knows who is missing, and by when: one body has more time, one report something to be seen to', async () => {
  const { database } = connection;
  const agencies = (await database.select().from(schema.agency)).map(({ id }) => id);
  const rows = (await listDueReports(database, agencies, 2025)).filter(({ due }) => due.due);
  expect(rows).toHaveLength(8);
  const extended = rows.filter(({ due }) => due.extendedTo !== null);
  expect(extended.map(({ agency, due }) => [agency.name, due.extendedTo])).toEqual([
    ['云溪县发展和改革局', '2026-02-13'],
  ]);
  const [returned] = rows.filter(({ state }) => state === 'returned');
  expect(await listThreads(database, returned?.reportId ?? '')).toMatchObject([{ thread: { followUp: true } }]);
});

test('the public site lists what is published, by place and year, with its coverage', async () => {
  const site = viewerData(connection.database);
  const all = await site.listPublished({ search: null, year: null, region: null, page: 1 });
  expect(all.total).toBe(10);
  expect(all.years).toEqual([
    { year: 2025, reports: 1 },
    { year: 2024, reports: 9 },
  ]);
  expect(all.regions).toEqual([{ code: '990421', name: '云溪县', reports: 10 }]);
  expect(all.coverage).toEqual({ year: 2025, published: 1, due: 8 });
  const found = await site.listPublished({ search: '教育', year: 2024, region: '9904', page: 1 });
  expect(found.items).toMatchObject([{ agencyName: '云溪县教育局', version: 2, publishedOn: '2025-02-20' }]);
});

test('a correction shows both versions, and last year stands beside this', async () => {
  const site = viewerData(connection.database);
  const { items } = await site.listPublished({ search: '教育', year: 2024, region: null, page: 1 });
  const agencyId = items[0]?.agencyId ?? '';
  const corrected = await site.getPublished({ agencyId, year: 2024, version: null });
  expect(corrected?.versions.map(({ version, note }) => [version, note === null])).toEqual([
    [1, true],
    [2, false],
  ]);
  const former = await site.getPublished({ agencyId, year: 2024, version: 1 });
  expect([former?.report.facts['t2.fees.amount'], corrected?.report.facts['t2.fees.amount']]).toEqual([36.8, 38.6]);
  const street = await site.listPublished({ search: '石桥', year: 2025, region: null, page: 1 });
  const published = await site.getPublished({ agencyId: street.items[0]?.agencyId ?? '', year: 2025, version: null });
  expect(published?.prior?.year).toBe(2024);
});

test.each([['not an id'], ['00000000-0000-4000-8000-000000000000']])('%s is nobody', async (agencyId) => {
  const site = viewerData(connection.database);
  expect(await site.getAgency(agencyId)).toBeNull();
  expect(await site.getPublished({ agencyId, year: 2024, version: null })).toBeNull();
});

test('a merger and a new name: the new body begins with what the two carried over, and last year keeps its names', async () => {
  const { database } = connection;
  const agencies = (await database.select().from(schema.agency)).map(({ id }) => id);
  const reports = await listReports(database, { agencies });
  const find = (name: string, year: number) =>
    reports.find(({ report }) => report.year === year && report.content.agency === name);
  const begun = find('云溪县文化和旅游局', 2025);
  expect(begun?.report.content.facts).toMatchObject({ 't3.carriedIn.total': 2, 't2.normativeDocuments.inForce': 5 });
  expect(begun?.report.carriedFrom).toHaveLength(2);
  expect(
    [find('云溪县青岚乡人民政府', 2024), find('云溪县青岚镇人民政府', 2025)].map((found) => found?.agency.name),
  ).toEqual(['云溪县青岚镇人民政府', '云溪县青岚镇人民政府']);
});

test('search and similarity wait to be brought up to date with every report, and find what is in them', async () => {
  const { database } = connection;
  const reports = (await database.select().from(schema.report)).length;
  const waiting = await database.execute<{ name: string; reports: number }>(
    "select name, count(distinct data)::int as reports from jobs.job where name like 'index-%' group by name order by name",
  );
  expect([...waiting]).toEqual([
    { name: 'index-agencies', reports: 1 },
    { name: 'index-report', reports },
  ]);
  expect(await rebuildSearch(database)).toBe(reports);
  const context = {
    database,
    jobs,
    person: null,
    requestId: '',
    door: 'session',
    address: null,
    now: new Date(),
  } as const;
  const { items } = await searchPublished(context, searchPublishedInput.parse({ query: '加装电梯' }));
  expect(items.map(({ agencyName, year }) => [agencyName, year])).toEqual([['云溪县石桥街道办事处', 2025]]);
});
