import { actions, roles } from '@nianbao/core';
import { z } from 'zod';
import type { RequestContext } from '../api/request-context.ts';

export const meOutput = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), username: z.string() }),
    memberships: z
      .array(
        z.object({
          agencyId: z.string(),
          agencyName: z.string(),
          role: z.enum(roles),
          /** Only a token has them: it may do no more than these. */
          scopes: z.array(z.enum(actions)).readonly().optional(),
        }),
      )
      .readonly(),
  })
  .nullable();

/** Who is signed in, with their roles; null when nobody is. */
export function me({ person }: RequestContext): z.infer<typeof meOutput> {
  if (person === null) return null;
  const { id, name, username, memberships } = person;
  return { user: { id, name, username }, memberships };
}
