import { emptyReport, formatById } from '@nianbao/core';
import { consistentReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AgencyRow } from './queries/agencies.ts';
import { insertAgency } from './queries/agencies.ts';
import { findReport, insertReport, listReports, updateReport } from './queries/reports.ts';
import type { TestDatabase } from './testing/index.ts';
import { createTestDatabase } from './testing/index.ts';

let connection: TestDatabase;
let bureau: AgencyRow;
let id: string;

beforeAll(async () => {
  connection = await createTestDatabase();
  bureau = await insertAgency(connection.database, { name: '云溪县林业局 100%_达标' });
  const content = emptyReport(bureau.name, 2025, formatById['2021']);
  const row = await insertReport(connection.database, {
    ...{ agencyId: bureau.id, year: 2025, format: '2021', content, updatedBy: null },
  });
  if (row === null) throw new Error('not inserted');
  id = row.id;
});
afterAll(() => connection.close());

/** Texts as people write them: any whole characters but NUL. */
const text = fc.string({ unit: 'grapheme' }).filter((written) => !written.includes('\0'));

test('what is stored comes back exactly: every figure, every character', async () => {
  await fc.assert(
    fc.asyncProperty(consistentReports(formatById['2021']), text, async (report, written) => {
      const content = { ...report, preface: [{ kind: 'paragraph' as const, text: written }] };
      await updateReport(connection.database, id, { content });
      const found = await findReport(connection.database, id);
      expect(found?.report.content).toEqual(content);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['林业', 1],
  ['100%', 1],
  ['%_达', 1],
  ['1%0', 0],
  ["'; drop table report; --", 0],
  ['\\', 0],
])('a search for %s is taken literally', async (search, found) => {
  expect(await listReports(connection.database, { agencies: [bureau.id], search })).toHaveLength(found);
});
