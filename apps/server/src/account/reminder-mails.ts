import { updatePerson } from '@nianbao/database';
import { z } from 'zod';
import type { AccountContext } from '../api/request-context.ts';

/** What is said, and what holds from then on. */
export const reminderMailsSchema = z.object({ reminderMails: z.boolean() });

type ReminderMails = z.infer<typeof reminderMailsSchema>;

/** Says whether reminders are to come by mail too; those in the application come in any case. */
export async function setReminderMails(
  { database, person }: AccountContext,
  { reminderMails }: ReminderMails,
): Promise<ReminderMails> {
  await updatePerson(database, person.id, { reminderMails });
  return { reminderMails };
}
