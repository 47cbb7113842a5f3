import { peopleRoles } from '@nianbao/core';
import type { PersonWithRoles } from '@nianbao/database';
import { z } from 'zod';
import { mailOf } from '../identity/mail-address.ts';

/** A person as those see them who keep people. */
export const personOutput = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  mail: z.string().nullable(),
  /** Whether a link sent there was opened. */
  mailVerified: z.boolean(),
  disabled: z.boolean(),
  secondFactor: z.boolean(),
  /** The agency that keeps the account; null where it is out of sight. */
  agencyId: z.string().nullable(),
  memberships: z.array(z.object({ agencyId: z.string(), agencyName: z.string(), role: z.enum(peopleRoles) })),
  /** Whether there are roles at agencies out of sight. */
  hasRolesElsewhere: z.boolean(),
});

export type PersonOutput = z.infer<typeof personOutput>;

const roleSchema = z.enum(peopleRoles);

/** What of a person may be told to somebody who sees these agencies. */
export function describePerson(
  { person, memberships }: PersonWithRoles,
  isVisible: (agencyId: string) => boolean,
): PersonOutput {
  const { id, name, username, email, emailVerified, disabledAt, twoFactorEnabled, agencyId } = person;
  const seen = memberships.flatMap(({ role, ...at }) => {
    const known = roleSchema.safeParse(role);
    return known.success && isVisible(at.agencyId) ? [{ ...at, role: known.data }] : [];
  });
  return {
    ...{ id, name, username: username ?? '', mail: mailOf(email), mailVerified: emailVerified },
    ...{ disabled: disabledAt !== null, secondFactor: twoFactorEnabled ?? false },
    agencyId: agencyId !== null && isVisible(agencyId) ? agencyId : null,
    memberships: seen,
    hasRolesElsewhere: memberships.some((membership) => !isVisible(membership.agencyId)),
  };
}
