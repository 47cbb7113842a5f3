import type { Text } from '@nianbao/core';
import { auditActions } from '@nianbao/core';
import type { AuditEvent } from '@nianbao/database';
import { z } from 'zod';
import { passedAuditAction } from '../api/passed-through.ts';
import { textSchema } from '../api/text-schema.ts';

export const historyEntrySchema = z.object({
  at: z.iso.datetime(),
  by: z.string().nullable(),
  /** What was done: a name of the audit trail, to which others may be added. */
  action: passedAuditAction,
  summary: textSchema,
  /** The fields that changed, by name. */
  fields: z.array(z.string()).readonly(),
  reason: z.string().nullable(),
  /** Name of the file that the changes came from. */
  file: z.string().nullable(),
});

export type HistoryEntry = Readonly<z.infer<typeof historyEntrySchema>>;

/** Saves of one person within this time are one entry: the form saves every few seconds. */
const oneSitting = 10 * 60 * 1000;

function summarise({ action, fields, file }: Pick<HistoryEntry, 'action' | 'fields' | 'file'>): Text {
  const count = fields.length;
  switch (action) {
    case 'report.import':
      return file === null
        ? { zh: `从文件导入 ${count} 处`, en: `import from a file, fields changed: ${count}` }
        : { zh: `从“${file}”导入 ${count} 处`, en: `import from “${file}”, fields changed: ${count}` };
    case 'report.carryOver':
      return { zh: `带入上年数据 ${count} 处`, en: `take over last year’s figures, fields changed: ${count}` };
    case 'report.save':
      return { zh: `修改 ${count} 处`, en: `edit, fields changed: ${count}` };
    default:
      return auditActions[action];
  }
}

/** A report's history as people read it, newest first; `events` newest first as well. */
export function historyOf(events: readonly AuditEvent[]): HistoryEntry[] {
  const entries: (Omit<HistoryEntry, 'summary'> & { readonly oldest: number })[] = [];
  for (const { at, actorName, action, changes, reason, file } of events) {
    const last = entries.at(-1);
    const fields = changes.map(({ field }) => field).filter((field) => field !== 'carriedFrom');
    const continues =
      last !== undefined &&
      action === 'report.save' &&
      last.action === action &&
      last.by === actorName &&
      last.oldest - at.getTime() < oneSitting;
    const entry = {
      ...{ at: at.toISOString(), by: actorName, action, fields, reason, oldest: at.getTime() },
      file: file?.name ?? null,
    };
    if (continues) {
      entries[entries.length - 1] = {
        ...last,
        fields: [...new Set([...last.fields, ...fields])],
        oldest: at.getTime(),
      };
    } else entries.push(entry);
  }
  return entries.map(({ oldest: _, ...entry }) => ({ ...entry, summary: summarise(entry) }));
}
