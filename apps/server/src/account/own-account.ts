import { findPerson } from '@nianbao/database';
import { z } from 'zod';
import type { AccountContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { mailOf } from '../identity/mail-address.ts';

export const accountOutput = z.object({
  name: z.string(),
  username: z.string(),
  mail: z.string().nullable(),
  secondFactor: z.boolean(),
  /** Whether reminders come by mail too, where there is an address. */
  reminderMails: z.boolean(),
});

/** One's own account. */
export async function getOwnAccount({ database, person }: AccountContext): Promise<z.infer<typeof accountOutput>> {
  const found = await findPerson(database, person.id);
  if (found === null) throw new ServiceError('NOT_SIGNED_IN');
  const { name, username, email, twoFactorEnabled, reminderMails } = found.person;
  const head = { name, username: username ?? '', mail: mailOf(email) };
  return { ...head, secondFactor: twoFactorEnabled ?? false, reminderMails };
}
