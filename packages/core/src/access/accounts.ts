import type { Grant } from './permissions.ts';
import { isAllowed } from './permissions.ts';

/** Why an administrator may not change somebody's access; null where they may. */
export type AccessRefusal = 'OWN_ACCESS' | 'NOT_ALLOWED';

export interface AccountChange {
  readonly actorId: string;
  readonly personId: string;
  /** What the actor is to each agency that the person belongs to or has a role at. */
  readonly towards: readonly (readonly Grant[])[];
}

/**
 * Whether somebody may act on a whole account: reset its password or its second factor, disable it. Needs
 * `people.manage` towards every agency where the person has anything, since whoever can reset an account can become it:
 * the administrator of a bureau must not become the county's reviewer. Nobody acts on their own account this way.
 */
export function accountRefusal({ actorId, personId, towards }: AccountChange): AccessRefusal | null {
  if (actorId === personId) return 'OWN_ACCESS';
  const all = towards.length > 0 && towards.every((grants) => isAllowed('people.manage', grants));
  return all ? null : 'NOT_ALLOWED';
}

/** Whether an account can be seen by those who keep people: from any agency where the person has anything. */
export function isPersonVisible(towards: readonly (readonly Grant[])[]): boolean {
  return towards.some((grants) => isAllowed('people.read', grants));
}
