import type { Database, LinkPurpose, PersonRow } from '@nianbao/database';
import { insertLink } from '@nianbao/database';
import { z } from 'zod';
import type { ServerContext } from '../api/request-context.ts';
import { mailOf } from '../identity/mail-address.ts';
import { newSecret, secretHash } from '../identity/secrets.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
import { linkAddress } from './link-address.ts';

const hour = 60 * 60 * 1000;

/** How long a link can be used, in milliseconds. */
const lasts: Readonly<Record<LinkPurpose, number>> = { invitation: 7 * 24 * hour, reset: 24 * hour };

export const issuedLink = z.object({
  /** `mail`: on its way to the person. `shown`: to be handed over by whoever asked for it. */
  delivery: z.enum(['mail', 'shown']),
  /** Shown this once and never again; null when it goes by mail. */
  address: z.url().nullable(),
  expiresAt: z.iso.datetime(),
});

export type IssuedLink = z.infer<typeof issuedLink>;

export type LinkContext = Pick<ServerContext, 'jobs' | 'now' | 'publicUrl' | 'sendsMail'>;

/** Makes a one-time link for setting a password, and every older one of that person void. */
export async function issueLink(
  transaction: Database,
  { jobs, now, publicUrl, sendsMail }: LinkContext,
  { person, purpose }: { readonly person: Pick<PersonRow, 'id' | 'email'>; readonly purpose: LinkPurpose },
): Promise<IssuedLink> {
  const expiresAt = new Date(now.getTime() + lasts[purpose]);
  const link = { userId: person.id, purpose, createdAt: now, expiresAt };
  const told = { expiresAt: expiresAt.toISOString() };
  if (sendsMail && mailOf(person.email) !== null) {
    const linkId = await insertLink(transaction, { ...link, delivery: 'mail' });
    await jobs.send(transaction, { kind: jobKinds.mailLink, data: { linkId } });
    return { ...told, delivery: 'mail', address: null };
  }
  const secret = newSecret();
  await insertLink(transaction, { ...link, delivery: 'shown', hash: secretHash(secret) });
  return { ...told, delivery: 'shown', address: linkAddress(publicUrl, secret) };
}
