import { and, asc, count, eq, isNull, ne } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import { membership } from '../schema/membership.ts';
import { user } from '../schema/user.ts';

export interface MembershipRow {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly role: string;
}

/** A role that a person has at an agency. */
export interface RoleAt {
  readonly userId: string;
  readonly agencyId: string;
  readonly role: string;
}

/** What a person may do where; nothing once the account is disabled. */
export async function listMemberships(database: Database, userId: string): Promise<MembershipRow[]> {
  return database
    .select({ agencyId: membership.agencyId, agencyName: agency.name, role: membership.role })
    .from(membership)
    .innerJoin(agency, eq(agency.id, membership.agencyId))
    .innerJoin(user, and(eq(user.id, membership.userId), isNull(user.disabledAt)))
    .where(eq(membership.userId, userId))
    .orderBy(asc(agency.position), asc(membership.role));
}

/** False when the person has the role there already. */
export async function insertMembership(database: Database, values: RoleAt): Promise<boolean> {
  const rows = await database.insert(membership).values(values).onConflictDoNothing().returning({ id: membership.id });
  return rows.length > 0;
}

/** False when the person does not have the role there. */
export async function deleteMembership(database: Database, { userId, agencyId, role }: RoleAt): Promise<boolean> {
  const rows = await database
    .delete(membership)
    .where(and(eq(membership.userId, userId), eq(membership.agencyId, agencyId), eq(membership.role, role)))
    .returning({ id: membership.id });
  return rows.length > 0;
}

/**
 * How many other people who can sign in have a role at an agency. Locks the agency until the transaction ends, so that
 * two who take the role from each other at once do not both find the other.
 */
export async function countOthersWithRole(transaction: Database, { userId, agencyId, role }: RoleAt): Promise<number> {
  await transaction.select({ id: agency.id }).from(agency).where(eq(agency.id, agencyId)).for('update');
  const [row] = await transaction
    .select({ others: count() })
    .from(membership)
    .innerJoin(user, and(eq(user.id, membership.userId), isNull(user.disabledAt)))
    .where(and(eq(membership.agencyId, agencyId), eq(membership.role, role), ne(membership.userId, userId)));
  return row?.others ?? 0;
}
