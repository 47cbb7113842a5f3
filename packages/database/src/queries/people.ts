import type { SQL } from 'drizzle-orm';
import { and, asc, eq, exists, ilike, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { account } from '../schema/account.ts';
import { agency } from '../schema/agency.ts';
import { membership } from '../schema/membership.ts';
import { twoFactor } from '../schema/two-factor.ts';
import { user } from '../schema/user.ts';
import type { MembershipRow } from './memberships.ts';

export type PersonRow = typeof user.$inferSelect;

/** A person with where they belong. */
export interface PersonWithRoles {
  readonly person: PersonRow;
  readonly memberships: readonly MembershipRow[];
}

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  /** Null for the account of a token, which cannot sign in. */
  readonly username: string | null;
  readonly email: string;
  /** The agency that keeps the account. */
  readonly agencyId: string | null;
  /** Hash of the password, as the identity library checks it; null until the person sets one. */
  readonly passwordHash: string | null;
}

/** Creates an account. False when its user name or mail is taken. */
export async function insertPerson(database: Database, person: NewPerson): Promise<boolean> {
  const { id, name, username, email, agencyId, passwordHash } = person;
  return database.transaction(async (transaction) => {
    const rows = await transaction
      .insert(user)
      .values({ id, name, username, displayUsername: username, email, agencyId })
      .onConflictDoNothing()
      .returning({ id: user.id });
    if (rows.length === 0) return false;
    if (passwordHash !== null) await setPasswordHash(transaction, id, passwordHash);
    return true;
  });
}

const credential = 'credential';

/** The hash of a person's password; null when they have none. */
export async function findPasswordHash(database: Database, userId: string): Promise<string | null> {
  const [row] = await database
    .select({ hash: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, credential)));
  return row?.hash ?? null;
}

export async function setPasswordHash(database: Database, userId: string, hash: string): Promise<void> {
  await database
    .insert(account)
    .values({ id: `${credential}-${userId}`, accountId: userId, providerId: credential, userId, password: hash })
    .onConflictDoUpdate({ target: account.id, set: { password: hash, updatedAt: sql`now()` } });
}

export async function findPersonByUsername(database: Database, username: string): Promise<{ id: string } | null> {
  const [row] = await database.select({ id: user.id }).from(user).where(eq(user.username, username));
  return row ?? null;
}

/** The account that signs in under a user name or a mail address, both in lower case. */
export async function findByLogin(database: Database, login: string): Promise<PersonRow | null> {
  const [row] = await database
    .select()
    .from(user)
    .where(and(isNotNull(user.username), or(eq(user.username, login), eq(user.email, login))));
  return row ?? null;
}

/** A person with their roles; null for none, and for the account of a token. */
export async function findPerson(database: Database, id: string): Promise<PersonWithRoles | null> {
  const rows = await database
    .select({ person: user, agencyId: agency.id, agencyName: agency.name, role: membership.role })
    .from(user)
    .leftJoin(membership, eq(membership.userId, user.id))
    .leftJoin(agency, eq(agency.id, membership.agencyId))
    .where(and(eq(user.id, id), isNotNull(user.username)))
    .orderBy(asc(agency.position), asc(membership.role));
  return gather(rows)[0] ?? null;
}

interface JoinedRow {
  readonly person: PersonRow;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly role: string | null;
}

function gather(rows: readonly JoinedRow[]): PersonWithRoles[] {
  const people = new Map<string, { person: PersonRow; memberships: MembershipRow[] }>();
  for (const { person, agencyId, agencyName, role } of rows) {
    const entry = people.get(person.id) ?? { person, memberships: [] };
    if (agencyId !== null && agencyName !== null && role !== null) {
      entry.memberships.push({ agencyId, agencyName, role });
    }
    people.set(person.id, entry);
  }
  return [...people.values()];
}

export interface PeopleFilter {
  /** Agencies at which people belong or have a role. */
  readonly agencyIds: readonly string[];
  /** Part of a name, user name or mail address. */
  readonly search: string | null;
  readonly limit: number;
  readonly offset: number;
}

const containing = (text: string) => `%${text.replace(/[\\%_]/g, (special) => `\\${special}`)}%`;

/** People who belong to or have a role at any of the agencies, by name; and how many there are in all. */
export async function listPeople(
  database: Database,
  { agencyIds, search, limit, offset }: PeopleFilter,
): Promise<{ readonly people: PersonWithRoles[]; readonly total: number }> {
  if (agencyIds.length === 0) return { people: [], total: 0 };
  const belongs = or(
    inArray(user.agencyId, [...agencyIds]),
    exists(
      database
        .select({ one: sql`1` })
        .from(membership)
        .where(and(eq(membership.userId, user.id), inArray(membership.agencyId, [...agencyIds]))),
    ),
  );
  const named: SQL | undefined =
    search === null
      ? undefined
      : or(...[user.name, user.username, user.email].map((column) => ilike(column, containing(search))));
  const filter = and(isNotNull(user.username), belongs, named);
  const ids = await database
    .select({ id: user.id, total: sql<number>`(count(*) over ())::int` })
    .from(user)
    .where(filter)
    .orderBy(asc(user.name), asc(user.id))
    .limit(limit)
    .offset(offset);
  if (ids.length === 0) return { people: [], total: 0 };
  const rows = await database
    .select({ person: user, agencyId: agency.id, agencyName: agency.name, role: membership.role })
    .from(user)
    .leftJoin(membership, eq(membership.userId, user.id))
    .leftJoin(agency, eq(agency.id, membership.agencyId))
    .where(
      inArray(
        user.id,
        ids.map(({ id }) => id),
      ),
    )
    .orderBy(asc(user.name), asc(user.id), asc(agency.position), asc(membership.role));
  return { people: gather(rows), total: ids[0]?.total ?? 0 };
}

/** Changes columns of a person. */
export async function updatePerson(
  database: Database,
  id: string,
  values: Partial<Pick<PersonRow, 'name' | 'email' | 'emailVerified' | 'disabledAt' | 'agencyId' | 'reminderMails'>>,
): Promise<void> {
  await database
    .update(user)
    .set({ ...values, updatedAt: sql`now()` })
    .where(eq(user.id, id));
}

/** True when another account has this mail address. */
export async function isEmailTaken(database: Database, email: string, exceptId: string): Promise<boolean> {
  const rows = await database.select({ id: user.id }).from(user).where(eq(user.email, email));
  return rows.some(({ id }) => id !== exceptId);
}

/** Takes away a person's second factor; false when they had none. */
export async function deleteSecondFactor(database: Database, userId: string): Promise<boolean> {
  const rows = await database.delete(twoFactor).where(eq(twoFactor.userId, userId)).returning({ id: twoFactor.id });
  await database.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, userId));
  return rows.length > 0;
}

/** Who a provider of identities takes a person for; null when they are not bound to it. */
export async function findIdentity(database: Database, userId: string, provider: string): Promise<string | null> {
  const [row] = await database
    .select({ subject: account.accountId })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, provider)));
  return row?.subject ?? null;
}

/** Binds a person to a subject of a provider of identities, or to none. False when the subject is somebody else's. */
export async function setIdentity(
  database: Database,
  {
    userId,
    provider,
    subject,
  }: { readonly userId: string; readonly provider: string; readonly subject: string | null },
): Promise<boolean> {
  await database.delete(account).where(and(eq(account.userId, userId), eq(account.providerId, provider)));
  if (subject === null) return true;
  const [taken] = await database
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.accountId, subject), eq(account.providerId, provider)));
  if (taken !== undefined) return false;
  const id = `${provider}-${userId}`;
  await database.insert(account).values({ id, accountId: subject, providerId: provider, userId });
  return true;
}
