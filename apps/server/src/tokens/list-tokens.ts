import { tokenScopes } from '@nianbao/core';
import { listApiTokens } from '@nianbao/database';
import { z } from 'zod';
import { agenciesFor } from '../access/standing.ts';
import type { PersonContext } from '../api/request-context.ts';

export const listTokensOutput = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    agencyId: z.string(),
    agencyName: z.string(),
    scopes: z.array(z.enum(tokenScopes)),
    /** The last characters of the secret. */
    ending: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
  }),
);

/** The tokens of the agencies whose tokens one keeps, the newest first; never their secrets. */
export async function listTokens({ database, person }: PersonContext): Promise<z.infer<typeof listTokensOutput>> {
  const agencies = await agenciesFor(database, person, 'token.manage');
  const rows = await listApiTokens(
    database,
    agencies.map(({ id }) => id),
  );
  return rows.map(({ token, name, agencyName }) => ({
    ...{ id: token.id, name, agencyId: token.agencyId, agencyName, ending: token.ending },
    scopes: tokenScopes.filter((scope) => token.scopes.includes(scope)),
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
  }));
}
