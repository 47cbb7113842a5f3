import { deletePresence, forgetAbsent, listPresent, writePresence } from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';

/** Who has given no sign of life for so long is not there any more, in milliseconds. */
const presentFor = 30_000;
/** Seconds between signs of life: two may get lost. */
const every = 10;
/** One sign of life in so many tidies up after those who left no word. */
const tidyOneIn = 50;

type ReportContext = PersonContext & { readonly opened: OpenedReport };

export const presenceInput = z.object({
  id: reportIdSchema,
  /** The field in focus, as changes name it; null for none. */
  field: z.string().max(200).nullable(),
  /** The person closes the report. */
  leaving: z.boolean().default(false),
});

export const presentSchema = z.object({
  name: z.string(),
  field: z.string().nullable(),
  seenAt: z.iso.datetime(),
});

export const presenceOutput = z.object({
  others: z.array(presentSchema),
  /** Seconds until the next sign of life is expected. */
  again: z.int(),
});

/** Who else has a report open for editing, and in which field. */
export async function othersPresent({ database, person, now, opened }: ReportContext) {
  const since = new Date(now.getTime() - presentFor);
  const rows = await listPresent(database, { reportId: opened.report.id, since, except: person.id });
  return rows.map(({ name, field, seenAt }) => ({ name, field, seenAt: seenAt.toISOString() }));
}

/** A sign of life from a person who edits a report; gives the others who do. */
export async function signOfLife(
  context: ReportContext,
  { field, leaving }: z.infer<typeof presenceInput>,
): Promise<z.infer<typeof presenceOutput>> {
  const { database, person, now, opened } = context;
  const key = { reportId: opened.report.id, userId: person.id };
  if (leaving) await deletePresence(database, key);
  else await writePresence(database, { ...key, name: person.name, field, seenAt: now });
  if (Math.random() * tidyOneIn < 1) await forgetAbsent(database, new Date(now.getTime() - 10 * presentFor));
  return { others: await othersPresent(context), again: every };
}
