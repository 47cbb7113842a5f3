import type { Change } from '@nianbao/core';
import { applyChanges, emptyReport, formatById, keepReport } from '@nianbao/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertAgency } from './queries/agencies.ts';
import { verifyAuditTrail } from './queries/audit-chain.ts';
import { listEvents } from './queries/audit-events.ts';
import type { NextRevision } from './queries/report-revisions.ts';
import { writeRevision } from './queries/report-revisions.ts';
import type { ReportRow } from './queries/reports.ts';
import { findReport, insertReport, lockReport } from './queries/reports.ts';
import type { TestDatabase } from './testing/index.ts';
import { createTestDatabase } from './testing/index.ts';

let connection: TestDatabase;
beforeAll(async () => {
  connection = await createTestDatabase();
});
afterAll(() => connection.close());

let reports: ReportRow[];
beforeEach(async () => {
  const { database } = connection;
  reports = [];
  for (let at = 0; at < 30; at += 1) {
    const agency = await insertAgency(database, { name: `云溪县第${at}局`, kind: 'department' });
    const content = emptyReport(agency.name, 2025, formatById['2021']);
    const row = { agencyId: agency.id, year: 2025, format: '2021', content, updatedBy: null } as const;
    const report = await insertReport(database, row);
    if (report !== null) reports.push(report);
  }
});

const figure = (value: number): Change => ({ kind: 'fact', key: 't3.received.total', value });

function next(before: ReportRow | undefined, change: Change): NextRevision {
  if (before === undefined) throw new Error('no report');
  const { lifecycle, carriedFrom, id, agencyId, revision } = before;
  const updatedAt = new Date('2026-01-12T09:30:00+08:00');
  const { content, figures } = keepReport(applyChanges(before.content, [change]));
  const words = change.kind === 'fact' ? null : content;
  const after = { words, figures, lifecycle, carriedFrom, updatedAt, updatedBy: null };
  const event = { action: 'report.save', agencyId, reportId: id, revision: revision + 1 } as const;
  return { before, after, event };
}

describe('the next revisions of many reports at once', () => {
  it('are all written, each with its event', async () => {
    const { database } = connection;
    const written = await Promise.all(reports.map((report, at) => writeRevision(database, next(report, figure(at)))));
    expect(written).toEqual(reports.map(() => true));
    for (const [at, { id }] of reports.entries()) {
      const found = await findReport(database, id);
      expect(found?.report.revision).toBe(2);
      expect(found?.report.content.facts).toEqual({ 't3.received.total': at });
      expect(await listEvents(database, id, 10)).toMatchObject([{ action: 'report.save', revision: 2 }]);
    }
    expect((await verifyAuditTrail(database)).faultsInAll).toBe(0);
  });

  it('that follow on the same revision of one report are written once', async () => {
    const { database } = connection;
    const [report] = reports;
    const values = [1, 2, 3, 4, 5, 6];
    const written = await Promise.all(values.map((value) => writeRevision(database, next(report, figure(value)))));
    expect(written.filter(Boolean)).toHaveLength(1);
    const found = await findReport(database, report?.id ?? '');
    expect(found?.report.content.facts).toEqual({ 't3.received.total': values[written.indexOf(true)] });
    expect(await listEvents(database, report?.id ?? '', 10)).toHaveLength(1);
  });

  it('do not wait for a report that somebody holds locked', async () => {
    const { database } = connection;
    await database.transaction(async (transaction) => {
      await lockReport(transaction, reports[3]?.id ?? '');
      const written = await Promise.all(reports.map((report) => writeRevision(database, next(report, figure(8)))));
      expect(written).toEqual(reports.map((_, at) => at !== 3));
    });
  });
});

it('a figure and then a word are both there', async () => {
  const { database } = connection;
  const [report] = reports;
  expect(await writeRevision(database, next(report, figure(12)))).toBe(true);
  const second = await findReport(database, report?.id ?? '');
  const title = { kind: 'head', field: 'title', value: '云溪县第0局2025年“报告”\\n' } as const;
  expect(await writeRevision(database, next(second?.report, title))).toBe(true);
  const third = await findReport(database, report?.id ?? '');
  expect(third?.report.content).toMatchObject({ title: title.value, facts: { 't3.received.total': 12 } });
});
