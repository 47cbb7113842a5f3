import type { Report } from '@nianbao/core';
import { reportOfText, seededTexts } from '@nianbao/core/testing';
import { findReport, updateReport } from '@nianbao/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexReport } from '../indexing/index-report.ts';
import { correctReport, fileReport } from '../testing/filed-reports.ts';
import type { TestAgency, TestServer } from '../testing/index.ts';
import { createTestServer, fillIn } from '../testing/index.ts';

const texts = seededTexts(451);
const common = texts.paragraph(30);
const year = 2025;

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;
let draft: string;
let published: string;

const withText = (overview: string) => (report: Report) => ({ ...report, sections: reportOfText(overview).sections });
const index = (reportId: string) => server.database.transaction((transaction) => indexReport(transaction, reportId));

async function file(agency: TestAgency, state: 'draft' | 'published', text: string): Promise<string> {
  const id = await fileReport(server.database, server.agencies[agency], { year, state, write: withText(text) });
  await index(id);
  return id;
}

beforeAll(async () => {
  server = await createTestServer();
  editor = await server.as('editor');
  draft = await file('forestry', 'draft', common + texts.paragraph(8));
});
afterAll(() => server.close());

async function repeated(caller: typeof editor, id: string) {
  const { findings } = await caller.reports.get.query({ id });
  return findings.filter(({ rule }) => rule === 'TEXT-SIMILAR');
}

test('a text that repeats what nobody has published is not told: another’s draft stays unseen', async () => {
  await file('neighbour', 'draft', common);
  expect(await repeated(editor, draft)).toEqual([]);
});

test('a text that repeats a published report is a warning with its name and the passages, in lists too', async () => {
  const before = (await editor.reports.list.query({ year }))[0]?.counts.warnings ?? 0;
  published = await file('education', 'published', texts.paragraph(3) + common);
  const [finding, ...more] = await repeated(editor, draft);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', instance: '云溪县教育局', expected: '<60%' });
  expect(finding?.place?.quote.length).toBeGreaterThan(10);
  expect(common).toContain(finding?.place?.quote);
  expect((await editor.reports.list.query({ year }))[0]?.counts.warnings).toBe(before + 1);
});

test('it can be explained, and is gone as soon as the text is another, without waiting for the index', async () => {
  const explained = { id: draft, rule: 'TEXT-SIMILAR', instance: '云溪县教育局', text: '两局联合开展的工作。' };
  await editor.reports.explain.mutate(explained);
  const { report, explanations, counts } = await editor.reports.get.query({ id: draft });
  expect(explanations).toMatchObject([{ rule: 'TEXT-SIMILAR', stands: true }]);
  expect(counts.explained).toBe(1);
  await fillIn(editor, draft, withText(texts.paragraph(40))(report));
  expect(await repeated(editor, draft)).toEqual([]);
});

test('of two that are public the later repeats the earlier, not the other way round', async () => {
  const reviewer = await server.as('reviewer');
  expect(await repeated(reviewer, published)).toEqual([]);
  const later = await file('county', 'published', common);
  expect(await repeated(reviewer, published)).toEqual([]);
  expect((await repeated(reviewer, later)).map(({ instance }) => instance)).toEqual(['云溪县教育局']);
  await correctReport(server.database, published, { 't3.received.total': 1 });
  expect(await repeated(reviewer, published)).toEqual([]);
  expect((await repeated(reviewer, later)).map(({ instance }) => instance)).toEqual(['云溪县教育局']);
});

test('what is approved is held against what was public by then', async () => {
  const { database, agencies } = server;
  const id = await fileReport(database, agencies.neighbour, { year: 2024, state: 'approved', write: withText(common) });
  await index(id);
  const other = { year: 2024, state: 'published', write: withText(common) } as const;
  await index(await fileReport(database, agencies.education, other));
  const approvedAt = async (at: string) => {
    const lifecycle = (await findReport(database, id))?.report.lifecycle;
    if (lifecycle === undefined) throw new Error('no report');
    const approval = { digest: '', ruleSetVersion: '', level: agencies.neighbour.id, by: 'nobody', at };
    await updateReport(database, id, { lifecycle: { ...lifecycle, approval } });
    return (await repeated(await server.as('stranger'), id)).map(({ instance }) => instance);
  };
  // Filed reports become public on 2026-01-15.
  expect(await approvedAt('2026-01-14T02:00:00.000Z')).toEqual([]);
  expect(await approvedAt('2026-01-16T02:00:00.000Z')).toEqual(['云溪县教育局']);
});
