import type { Report } from '@nianbao/core';
import { changesBetween } from '@nianbao/core';
import type { DemoAgency } from '../demo/agencies.ts';
import { demoAgencies } from '../demo/agencies.ts';
import { demoReport } from '../demo/reports.ts';
import type { TestServer } from './test-server.ts';

type Caller = Awaited<ReturnType<TestServer['as']>>;

/** A finished report of 云溪县林业局, or of another body of the demonstration, in which every rule holds. */
export function soundReport(year: 2024 | 2025 = 2025, of: DemoAgency['key'] = 'forestry'): Report {
  const agency = demoAgencies.find(({ key }) => key === of);
  if (agency === undefined) throw new Error(`no ${of}`);
  return demoReport(agency, year);
}

/** Saves a whole report's content over the API, as the form does; gives the new revision. */
export async function fillIn(caller: Caller, id: string, wanted: Report): Promise<number> {
  const { report, revision } = await caller.reports.get.query({ id });
  const saved = await caller.reports.save.mutate({ id, revision, changes: changesBetween(report, wanted) });
  return saved.revision;
}

/** Answers every warning of a report: by the real clock, one may be late. */
export async function explainWarnings(caller: Caller, id: string): Promise<void> {
  const { findings } = await caller.reports.get.query({ id });
  for (const { rule, instance, severity } of findings) {
    if (severity === 'warning') await caller.reports.explain.mutate({ id, rule, instance, text: '已核对。' });
  }
}

/** Makes a move on the report as it is now. */
export async function move(
  caller: Caller,
  id: string,
  step: { readonly move: Parameters<Caller['reports']['move']['mutate']>[0]['move']; readonly reason?: string },
) {
  const { revision } = await caller.reports.get.query({ id });
  return caller.reports.move.mutate({ id, revision, ...step });
}
