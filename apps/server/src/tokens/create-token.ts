import { randomUUID } from 'node:crypto';
import { tokenScopes } from '@nianbao/core';
import type { AgencyRow } from '@nianbao/database';
import { appendAuditEvent, insertApiToken, insertPerson } from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import { agencyIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { noMail } from '../identity/mail-address.ts';
import { newSecret, secretHash } from '../identity/secrets.ts';

/** Days that a token lasts, at most. */
const longest = 366;
const day = 24 * 60 * 60 * 1000;

export const createTokenInput = z.object({
  /** The agency towards which, and below which, the token reaches. */
  agencyId: agencyIdSchema,
  /** What calls with it; the history names it so. */
  name: z.string().trim().min(1).max(60),
  /** The actions that it may take: a part of what the role `service` may. */
  scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length),
  days: z.int().min(1).max(longest),
});

export const createTokenOutput = z.object({
  id: z.string(),
  /** Shown this once and never again. */
  token: z.string(),
  expiresAt: z.iso.datetime(),
});

/** Makes a token for another system. */
export async function createToken(
  context: PersonContext & { readonly agency: AgencyRow },
  { name, scopes, days }: z.infer<typeof createTokenInput>,
): Promise<z.infer<typeof createTokenOutput>> {
  const { agency, person, now } = context;
  // A prefix by which scanners of source code know a secret that should not be there.
  const token = `nianbao_${newSecret()}`;
  const userId = randomUUID();
  const expiresAt = new Date(now.getTime() + days * day);
  return context.database.transaction(async (transaction) => {
    const account = { id: userId, name, username: null, email: noMail(userId), passwordHash: null };
    await insertPerson(transaction, { ...account, agencyId: agency.id });
    const { id } = await insertApiToken(transaction, {
      ...{ userId, agencyId: agency.id, hash: secretHash(token), ending: token.slice(-4) },
      ...{ scopes: [...new Set(scopes)], createdBy: person.id, createdAt: now, expiresAt },
    });
    await appendAuditEvent(transaction, {
      ...eventBy(context, 'token.create'),
      ...{ agencyId: agency.id, subject: `token:${id}` },
      changes: Object.entries({ name, scopes, expiresAt }).map(([field, after]) => ({ field, before: null, after })),
    });
    return { id, token, expiresAt: expiresAt.toISOString() };
  });
}
