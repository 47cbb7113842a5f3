import { changeSchema } from '@nianbao/core';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { isStorable, storableMessage } from './storable-text.ts';
import type { Written } from './write-changes.ts';
import { writeChanges } from './write-changes.ts';

export const saveReportInput = z.object({
  id: reportIdSchema,
  /** The revision that the changes were made on. */
  revision: z.int().min(1),
  changes: z.array(changeSchema).min(1).max(1000).refine(isStorable, { message: storableMessage }),
});

/** Saves what an editor typed. */
export function saveReport(
  context: PersonContext & { readonly opened: OpenedReport },
  { revision, changes }: z.infer<typeof saveReportInput>,
): Promise<Written> {
  return writeChanges(context, { revision, changes, action: 'report.save' });
}
