import type { ReadTable, StandingAgency, TablePlan } from '@nianbao/core';
import { digestOf, planAgencyTable, readAgencyTable } from '@nianbao/core';
import type { AgencyRow, Database } from '@nianbao/database';
import { listAgenciesBelow, listCreditCodeHolders } from '@nianbao/database';
import { readErrors } from '@nianbao/documents';
import { z } from 'zod';
import type { ServerContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { largestUpload } from '../http/body-limits.ts';
import { importedFile } from '../imports/imported-file.ts';
import { readRefusal } from '../imports/read-refusal.ts';
import { agencyRefusal } from './agency-refused.ts';

/** Takes the file out of a form; its other fields are for those that ask. */
export const tableFileInput = z.instanceof(FormData).transform((form, context) => {
  const file = form.get('file');
  if (file instanceof File) return { form, file };
  context.addIssue({ code: 'custom', path: ['file'], message: '请选择文件 / choose a file' });
  return z.NEVER;
});

/** Reads an uploaded table in a process of its own. */
export async function readTable({ documents }: Pick<ServerContext, 'documents'>, upload: File) {
  if (upload.size > largestUpload) throw new ServiceError('TOO_LARGE');
  const bytes = new Uint8Array(await upload.arrayBuffer());
  const file = importedFile(bytes, upload.name);
  const read = await documents.readTable(bytes);
  if (!read.ok) throw readRefusal({ code: read.code, message: readErrors[read.code] });
  return { file, table: readAgencyTable(read.rows) };
}

/** An agency as a table of agencies has it. */
export function asStanding(row: AgencyRow): StandingAgency {
  const { id, parentId, name, kind, level, regionCode, creditCode, mayMakeRegulations, powers, position } = row;
  return { id, parentId, name, kind, level, regionCode, creditCode, mayMakeRegulations, powers, position };
}

/** An agency and all below it that have not ended, in the official order. */
export async function standingBelow(database: Database, root: AgencyRow): Promise<StandingAgency[]> {
  if (root.endedAfter !== null) throw agencyRefusal('ended', { name: root.name, year: root.endedAfter });
  const rows = await listAgenciesBelow(database, [root.id]);
  return rows.filter(({ endedAfter }) => endedAfter === null).map(asStanding);
}

export interface PlannedTable {
  readonly plan: TablePlan;
  readonly agencies: readonly StandingAgency[];
  /** Names what the table would do to the agencies as they are. */
  readonly digest: string;
}

/** What a table would do to an agency and all below it. */
export async function planTable(database: Database, root: AgencyRow, table: ReadTable): Promise<PlannedTable> {
  const agencies = await standingBelow(database, root);
  const codes = table.rows.flatMap(({ fields }) => fields.creditCode ?? []);
  const known = new Set(agencies.map(({ id }) => id));
  const holders = (await listCreditCodeHolders(database, codes)).filter(({ id }) => !known.has(id));
  const takenCodes = new Set(holders.map(({ creditCode }) => creditCode));
  const planned = planAgencyTable(table.rows, { root: root.id, agencies, takenCodes });
  const issues = [...table.issues, ...planned.issues].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const plan = issues.length > 0 ? { steps: [], unchanged: 0, issues } : planned;
  return { plan, agencies, digest: digestOf('nianbao agency table 1', [root.id, plan.steps]) };
}
