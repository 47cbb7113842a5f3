import type { Role } from '@nianbao/core';
import type { Database } from '@nianbao/database';
import { listMemberships } from '@nianbao/database';
import { roleOf } from '../access/standing.ts';
import type { Auth } from './auth.ts';

export interface Membership {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly role: Role;
}

/** Who makes a request, with what they may do where. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly memberships: readonly Membership[];
}

/** What an account may do where, as it stands now. */
export async function membershipsOf(database: Database, userId: string): Promise<Membership[]> {
  return (await listMemberships(database, userId)).flatMap(({ role, ...membership }) => {
    const known = roleOf(role);
    return known === null ? [] : [{ ...membership, role: known }];
  });
}

/** The person that a request's session cookie stands for, or null. */
export async function personOf(auth: Auth, database: Database, headers: Headers): Promise<Person | null> {
  if (!headers.has('cookie')) return null;
  const session = await auth.api.getSession({ headers });
  if (session === null) return null;
  const { id, name, username } = session.user;
  return { id, name, username: username ?? '', memberships: await membershipsOf(database, id) };
}
