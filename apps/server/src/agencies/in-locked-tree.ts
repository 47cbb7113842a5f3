import { isDeepStrictEqual } from 'node:util';
import type { AuditAction } from '@nianbao/core';
import type { AgencyRow, AgencyValues, Database, FieldChange } from '@nianbao/database';
import { appendAuditEvent, findAgency, lockAgencies, updateAgency } from '@nianbao/database';
import { eventBy } from '../api/event-by.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';

export type AgencyContext = PersonContext & { readonly agency: AgencyRow };

/** Changes agencies with nobody else changing any meanwhile; `agency` is as it is then. */
export function inLockedTree<T>(
  { database, agency: { id } }: AgencyContext,
  change: (transaction: Database, agency: AgencyRow) => Promise<T>,
): Promise<T> {
  return database.transaction(async (transaction) => {
    await lockAgencies(transaction);
    const agency = await findAgency(transaction, id);
    if (agency === null) throw new ServiceError('NOT_FOUND');
    return change(transaction, agency);
  });
}

/** What an agency has recorded and another value is given for. */
export function agencyChanges(before: Partial<AgencyRow>, after: AgencyValues): FieldChange[] {
  const values = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => ({ field, before: values.get(field) ?? null, after: value }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after));
}

/** Writes what is changed of an agency, with its event; nothing where nothing is. */
export async function writeAgency(
  context: PersonContext,
  transaction: Database,
  { agency, values, action }: { readonly agency: AgencyRow; readonly values: AgencyValues; action: AuditAction },
): Promise<AgencyRow> {
  const changes = agencyChanges(agency, values);
  if (changes.length === 0) return agency;
  const row = await updateAgency(transaction, agency.id, values);
  await appendAuditEvent(transaction, { ...eventBy(context, action), agencyId: agency.id, changes });
  return row;
}
