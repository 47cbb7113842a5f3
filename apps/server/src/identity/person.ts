import type { Action, Role } from '@nianbao/core';

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
