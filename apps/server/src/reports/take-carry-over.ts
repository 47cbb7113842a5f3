import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { carryOverOf } from './carried-over.ts';
import type { Written } from './write-changes.ts';
import { writeChanges } from './write-changes.ts';

export const takeCarryOverInput = z.object({
  id: reportIdSchema,
  /** The revision that the person looked at. */
  revision: z.int().min(1),
});

/**
 * Takes over what last year's report gives since it was corrected, or became public, after this one was opened. What was
 * worked on since stays, but for the figures that are bound to last year's.
 */
export async function takeCarryOver(
  context: PersonContext & { readonly opened: OpenedReport },
  { revision }: z.infer<typeof takeCarryOverInput>,
): Promise<Written> {
  const { outdated, inForce } = await carryOverOf(context.database, context.opened.report);
  const changes = outdated.filter(({ taken }) => taken).map(({ published }) => published);
  return writeChanges(context, { revision, changes, action: 'report.carryOver', carriedFrom: inForce });
}
