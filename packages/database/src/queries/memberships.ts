import { asc, eq } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import { membership } from '../schema/membership.ts';

export interface MembershipRow {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly role: string;
}

/** What a person may do where. */
export async function listMemberships(database: Database, userId: string): Promise<MembershipRow[]> {
  return database
    .select({ agencyId: membership.agencyId, agencyName: agency.name, role: membership.role })
    .from(membership)
    .innerJoin(agency, eq(agency.id, membership.agencyId))
    .where(eq(membership.userId, userId))
    .orderBy(asc(agency.position), asc(membership.role));
}

export async function insertMembership(
  database: Database,
  values: { readonly userId: string; readonly agencyId: string; readonly role: string },
): Promise<void> {
  await database.insert(membership).values(values).onConflictDoNothing();
}
