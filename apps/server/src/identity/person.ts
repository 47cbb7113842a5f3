import type { Action, Role } from '@nianbao/core';
import type { Database } from '@nianbao/database';
import { listMemberships } from '@nianbao/database';
import { roleOf } from '../access/standing.ts';

export interface Membership {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly role: Role;
  /** Only a token has them: it may do no more than these. */
  readonly scopes?: readonly Action[] | undefined;
}

/** Who makes a request, with what they may do where. A token is one too, in the role `service`. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Empty for a token. */
  readonly username: string;
  readonly memberships: readonly Membership[];
}

/** What an account may do where, as it stands now; nothing for one that is disabled. */
export async function membershipsOf(database: Database, userId: string): Promise<Membership[]> {
  return (await listMemberships(database, userId)).flatMap(({ role, ...membership }) => {
    const known = roleOf(role);
    return known === null ? [] : [{ ...membership, role: known }];
  });
}
