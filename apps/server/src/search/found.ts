import type { AgencyScope, Database, FoundEntry, SearchFilter } from '@nianbao/database';
import { isTimeout, searchEntries, searchKinds } from '@nianbao/database';
import { z } from 'zod';
import { ServiceError } from '../errors/service-error.ts';
import { isStorable, storableMessage } from '../reports/storable-text.ts';
import { excerptOf, marksIn } from './marks.ts';
import { readQuery } from './search-query.ts';

const pageSize = 20;

/** Milliseconds that the database spends on one search. */
const timeout = 3000;

export const searchInput = z.object({
  /** Words, all of which have to be there; taken as they are. */
  query: z.string().trim().min(1).max(100).refine(isStorable, { message: storableMessage }),
  kinds: z
    .array(z.enum(searchKinds))
    .min(1)
    .max(searchKinds.length)
    .default([...searchKinds]),
  year: z.int().min(2008).max(2100).optional(),
  page: z.int().min(1).max(50).default(1),
});

const marksOutput = z.array(z.object({ start: z.int(), end: z.int() }));

/** Places in `marks` count UTF-16 units of the text beside them; `end` is the place after. */
export const foundOutput = z.object({
  kind: z.enum(searchKinds),
  agencyId: z.uuid(),
  agencyName: z.string(),
  year: z.int().nullable(),
  version: z.int().nullable(),
  /** `preface` or the position of the section; the rule's id for a finding. */
  place: z.string().nullable(),
  title: z.object({ text: z.string(), marks: marksOutput }),
  excerpt: z.object({ text: z.string(), marks: marksOutput, cutBefore: z.boolean(), cutAfter: z.boolean() }),
});

export const pagesOutput = {
  /** Counted up to 1,000. */
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
};

export function foundBody(entry: FoundEntry, marked: readonly string[]): z.infer<typeof foundOutput> {
  const { kind, agencyId, agencyName, year, version, place, title, body } = entry;
  return {
    ...{ kind, agencyId, agencyName, year, version, place },
    title: { text: title, marks: [...marksIn(title, marked)] },
    excerpt: { ...withMarks(excerptOf(body, marked)) },
  };
}

const withMarks = (excerpt: ReturnType<typeof excerptOf>) => ({ ...excerpt, marks: [...excerpt.marks] });

async function search(database: Database, filter: SearchFilter) {
  try {
    return await searchEntries(database, filter, { timeout });
  } catch (error) {
    throw isTimeout(error) ? new ServiceError('SEARCH_TOO_WIDE') : error;
  }
}

/** What is found, a page at a time: by words, or where they find nothing by the letters of the query in a row. */
export async function findEntries(
  database: Database,
  scope: AgencyScope | 'published',
  {
    query,
    kinds,
    year = null,
    page,
  }: { query: string; kinds: SearchFilter['kinds']; year?: number | undefined | null; page: number },
) {
  const asked = readQuery(query);
  const pages = { page, pageSize };
  if (asked === null) return { rows: [], total: 0, marked: [], ...pages };
  const filter = { scope, kinds, year, limit: pageSize, offset: (page - 1) * pageSize };
  const exact = await search(database, { ...asked.exact, ...filter });
  const found = exact.total > 0 ? exact : await search(database, { ...asked.loose, ...filter });
  return { ...found, marked: asked.marked, ...pages };
}
