import { listFieldEvents } from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import { passedAuditAction } from '../api/passed-through.ts';
import type { PersonContext } from '../api/request-context.ts';
import { textSchema } from '../api/text-schema.ts';
import { auditEntryOf } from './audit-entry.ts';

/** Changes of one field that are told, at most: the newest. */
const most = 200;

export const fieldHistoryInput = z.object({
  id: reportIdSchema,
  /** As changes name it: `fact:t3.received.total`, `head:title`, `section:0`. */
  field: z.string().min(1).max(200),
});

export const fieldHistoryOutput = z.array(
  z.object({
    at: z.iso.datetime(),
    by: z.string().nullable(),
    action: passedAuditAction,
    label: textSchema,
    /** The report's revision after it. */
    revision: z.int().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    /** Name of the file that the value came from. */
    file: z.string().nullable(),
  }),
);

/** Who gave one cell, or one part of the text, which value and when, newest first. */
export async function fieldHistory(
  { database, opened }: PersonContext & { readonly opened: OpenedReport },
  { field }: z.infer<typeof fieldHistoryInput>,
): Promise<z.infer<typeof fieldHistoryOutput>> {
  const events = await listFieldEvents(database, { reportId: opened.report.id, field, limit: most });
  return events.map(auditEntryOf).flatMap(({ at, by, action, label, revision, changes, file }) => {
    const change = changes.find((one) => one.field === field);
    if (change === undefined) return [];
    const { before, after } = change;
    return [{ ...{ at, by: by?.name ?? null, action, label, revision, before, after }, file: file?.name ?? null }];
  });
}
