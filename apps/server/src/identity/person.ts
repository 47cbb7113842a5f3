import { listMemberships } from '@nianbao/database';
import type { Database } from '@nianbao/database';
import type { Auth } from './auth.ts';

export interface Membership {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly role: string;
}

/** Who makes a request, with what they may do where. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly memberships: readonly Membership[];
}

/** The person that a request's session cookie stands for, or null. */
export async function personOf(auth: Auth, database: Database, headers: Headers): Promise<Person | null> {
  if (!headers.has('cookie')) return null;
  const session = await auth.api.getSession({ headers });
  if (session === null) return null;
  const { id, name, username } = session.user;
  return { id, name, username: username ?? '', memberships: await listMemberships(database, id) };
}
