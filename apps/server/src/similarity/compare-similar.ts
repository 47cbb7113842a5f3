import type { Report } from '@nianbao/core';
import { isAllowed, likeness, sectionIds, sharedPassages } from '@nianbao/core';
import type { AgencyRow } from '@nianbao/database';
import { findPublication, findReport } from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { grantsTowards } from '../access/standing.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';

export const compareSimilarInput = z.object({ reportId: reportIdSchema, otherId: reportIdSchema });

const place = z.object({
  kind: z.literal('text'),
  section: z.union([z.enum(['title', 'preface']), z.int()]),
  sectionId: z.enum(sectionIds).nullable(),
  block: z.int(),
  /** UTF-16 units along the text of the block. */
  start: z.int(),
  end: z.int(),
  quote: z.string(),
});

const side = z.object({
  reportId: z.uuid(),
  agencyId: z.uuid(),
  agencyName: z.string(),
  year: z.int(),
  standing: z.enum(['working', 'published']),
  /** Part of its own text that stands in the other; null where it is too short to tell. */
  share: z.number().nullable(),
});

export const compareSimilarOutput = z.object({
  one: side,
  other: side,
  /** What stands in both, in the order of the first: where in each, and how many letters. */
  passages: z.array(z.object({ own: place, other: place, letters: z.int() })),
});

interface Compared {
  readonly report: Report;
  readonly agency: AgencyRow;
  readonly standing: 'working' | 'published';
  readonly reportId: string;
  readonly year: number;
}

const isPublic = (state: string) => state === 'published' || state === 'corrected';

/** The other report as the person may read it: as it is in their own part of the tree, else the version in force. */
async function otherReport({ database, person }: PersonContext, id: string): Promise<Compared> {
  const found = await findReport(database, id);
  if (found === null) throw new ServiceError('NOT_FOUND');
  const { report, agency } = found;
  const head = { agency, reportId: id, year: report.year };
  const grants = await grantsTowards(database, person, agency.id);
  if (isAllowed('similarity.read', grants)) {
    return { ...head, report: report.content, standing: isPublic(report.state) ? 'published' : 'working' };
  }
  const published = await findPublication(database, { agencyId: agency.id, year: report.year });
  if (published === null) throw new ServiceError('NOT_FOUND');
  return { ...head, report: published.content, standing: 'published' };
}

function sideBody({ report, agency, standing, reportId, year }: Compared, share: number | null) {
  return { reportId, agencyId: agency.id, agencyName: report.agency ?? agency.name, year, standing, share };
}

/** Two reports side by side: the passages that stand in both, boiler-plate left out. */
export async function compareSimilar(
  context: PersonContext & { readonly opened: OpenedReport },
  { reportId, otherId }: z.infer<typeof compareSimilarInput>,
): Promise<z.infer<typeof compareSimilarOutput>> {
  const { report, agency } = context.opened;
  const standing = isPublic(report.state) ? 'published' : 'working';
  const one: Compared = { report: report.content, agency, standing, reportId, year: report.year };
  const other = await otherReport(context, otherId);
  return {
    one: sideBody(one, likeness(one.report, other.report)?.share ?? null),
    other: sideBody(other, likeness(other.report, one.report)?.share ?? null),
    passages: [...sharedPassages(one.report, other.report)],
  };
}
