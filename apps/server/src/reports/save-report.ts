import { changeSchema } from '@nianbao/core';
import { z } from 'zod';
import type { OpenedFigures } from '../access/opened-report.ts';
import { openReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import type { Written } from './write-changes.ts';
import { writeChanges } from './write-changes.ts';
import { writeFigures } from './write-figures.ts';

export const saveReportInput = z.object({
  id: reportIdSchema,
  /** The revision that the changes were made on. */
  revision: z.int().min(1),
  changes: z.array(changeSchema).min(1).max(1000),
});

/** Saves what an editor typed: nearly always one figure, for which the report's words need not be read. */
export async function saveReport(
  context: PersonContext & { readonly opened: OpenedFigures },
  { id, revision, changes }: z.infer<typeof saveReportInput>,
): Promise<Written> {
  const written = await writeFigures(context, { revision, changes });
  if (written !== null) return written;
  const opened = await openReport(context.database, id, { person: context.person, action: 'report.edit' });
  return writeChanges({ ...context, opened }, { revision, changes, action: 'report.save' });
}
