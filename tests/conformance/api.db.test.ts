import type { Report } from '@nianbao/core';
import { formatOf } from '@nianbao/core';
import { findPersonByUsername, insertAgency, insertMembership } from '@nianbao/database';
import type { TestServer } from '@nianbao/server/testing';
import { createTestServer } from '@nianbao/server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConformanceCase } from './case.ts';
import { judged } from './compare.ts';
import { casesOfFilesAlone } from './load-cases.ts';

const cases = casesOfFilesAlone();

/** Blanks weigh more in an upload than in a draft, which cases without a stage are. */
const isDraft = ({ rules, context: { stage } }: ConformanceCase): boolean =>
  stage === 'draft' || (stage === undefined && rules.includes('CELL-BLANK'));

/** What comes in by the API is judged as an import, and once stored as for publication; drafts are the browser's. */
const importable = cases.filter((one) => formatOf(one.report) !== null && !isDraft(one));

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;

beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

/** Opens a report of the agency that a case names, of which the editor is made an editor. */
async function openReport({ agency, year }: Report): Promise<string> {
  const person = await findPersonByUsername(server.database, 'editor');
  if (person === null || agency === null || year === null) throw new Error('a case names its agency and year');
  const row = await insertAgency(server.database, { name: agency });
  await insertMembership(server.database, { userId: person.id, agencyId: row.id, role: 'editor' });
  editor = await server.as('editor');
  return (await editor.reports.create.mutate({ agencyId: row.id, year })).id;
}

describe('the API finds what the conformance cases say, in what is uploaded and in what is stored', () => {
  it.each(importable.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
    const { report } = one;
    const id = await openReport(report);
    const form = new FormData();
    form.set('reportId', id);
    form.set('file', new File([JSON.stringify(report)], 'report.json'));
    const read = await editor.imports.read.mutate(form);
    expect(read.understood).toEqual(report);
    const forPublication = one.context.stage === 'publication';
    if (!forPublication) expect(judged(one, read.findings)).toEqual(one.findings);
    const keys = Object.keys(report.facts);
    const parts = { text: true, head: true };
    if (!forPublication || report.sections.length !== 6 || read.otherFormat) return;
    await editor.imports.accept.mutate({ reportId: id, revision: 1, report, keys, parts });
    const { findings } = await editor.reports.get.query({ id });
    expect(judged(one, findings)).toEqual(one.findings);
  });

  it('has cases to go by', () => {
    expect(importable.length).toBeGreaterThan(10);
  });
});
