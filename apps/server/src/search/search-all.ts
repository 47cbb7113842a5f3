import { z } from 'zod';
import { scopeOf } from '../access/scope.ts';
import type { PersonContext } from '../api/request-context.ts';
import { findEntries, foundBody, foundOutput, pagesOutput, searchInput } from './found.ts';

export const searchAllInput = searchInput;

export const searchAllOutput = z.object({
  items: z.array(
    foundOutput.extend({
      /** The report to open; null for an agency. */
      reportId: z.uuid().nullable(),
      standing: z.enum(['working', 'published']),
    }),
  ),
  ...pagesOutput,
});

/** Searches agencies, texts and findings of the agencies whose reports a person may read, drafts included. */
export async function searchAll(
  { database, person }: PersonContext,
  input: z.infer<typeof searchAllInput>,
): Promise<z.infer<typeof searchAllOutput>> {
  const scope = scopeOf(person, 'report.read');
  const { rows, marked, ...pages } = await findEntries(database, scope, input);
  const items = rows.map((row) => ({ ...foundBody(row, marked), reportId: row.reportId, standing: row.standing }));
  return { items, ...pages };
}
