import { z } from 'zod';
import type { RequestContext } from '../api/request-context.ts';
import { findEntries, foundBody, foundOutput, pagesOutput, searchInput } from './found.ts';

export const searchPublishedInput = searchInput;

export const searchPublishedOutput = z.object({ items: z.array(foundOutput), ...pagesOutput });

/** Searches what is public: agencies that have published, the versions in force, and their findings. */
export async function searchPublished(
  { database }: RequestContext,
  input: z.infer<typeof searchPublishedInput>,
): Promise<z.infer<typeof searchPublishedOutput>> {
  const { rows, marked, ...pages } = await findEntries(database, 'published', input);
  return { items: rows.map((row) => foundBody(row, marked)), ...pages };
}
