import type { Block, Change, Report, ReportSection } from '@nianbao/core';
import { reportSchema } from '@nianbao/core';
import { z } from 'zod';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import type { OpenedReport } from '../api/trpc.ts';
import { ServiceError } from '../errors/service-error.ts';
import { isStorable, storableMessage } from '../reports/storable-text.ts';
import type { Written } from '../reports/write-changes.ts';
import { writeChanges } from '../reports/write-changes.ts';

export const acceptImportInput = z.object({
  reportId: reportIdSchema,
  revision: z.int().min(1),
  /** What `imports.read` understood. */
  report: reportSchema.refine(isStorable, { message: storableMessage }),
  /** Cells to take over; every one that the file fills when left out. */
  keys: z.array(z.string()).max(1000).optional(),
  parts: z.object({ text: z.boolean(), head: z.boolean() }),
});

function factChanges(draft: Report, read: Report, keys: readonly string[] | undefined): Change[] {
  const chosen = keys ?? Object.keys(read.facts).filter((key) => read.facts[key] !== null);
  if (chosen.length > 0 && draft.format !== read.format) throw new ServiceError('OTHER_FORMAT');
  return chosen.map((key) => ({ kind: 'fact', key, value: read.facts[key] ?? null }));
}

function headChanges({ title, writtenOn, indexNumber, contact }: Report): Change[] {
  const changes: Change[] = [];
  if (title !== '') changes.push({ kind: 'head', field: 'title', value: title });
  if (writtenOn !== null) changes.push({ kind: 'head', field: 'writtenOn', value: writtenOn });
  if (indexNumber !== null) changes.push({ kind: 'head', field: 'indexNumber', value: indexNumber });
  if (contact !== null) changes.push({ kind: 'head', field: 'contact', value: contact });
  return changes;
}

/**
 * The sections of a file by which official one they are. What stands under a heading that is none of the six stays with
 * the section before it, heading and all.
 */
function textBySection(sections: readonly ReportSection[]): ReadonlyMap<string, ReportSection> {
  const gathered = new Map<string, ReportSection>();
  let current: string | null = null;
  for (const { id, title, blocks } of sections) {
    const started = id !== null && !gathered.has(id);
    if (started) {
      gathered.set(id, { id, title, blocks });
      current = id;
      continue;
    }
    const before = current === null ? undefined : gathered.get(current);
    if (before === undefined) continue;
    const heading: Block[] = title === '' ? [] : [{ kind: 'heading', level: 2, text: title }];
    gathered.set(before.id ?? '', { ...before, blocks: [...before.blocks, ...heading, ...blocks] });
  }
  return gathered;
}

function textChanges(draft: Report, read: Report): Change[] {
  const sections = textBySection(read.sections);
  const changes: Change[] = read.preface.length > 0 ? [{ kind: 'preface', blocks: read.preface }] : [];
  draft.sections.forEach(({ id }, position) => {
    const section = id === null ? undefined : sections.get(id);
    if (section !== undefined) {
      changes.push({ kind: 'section', position, title: section.title, blocks: section.blocks });
    }
  });
  return changes;
}

/** Takes over what was read from a file: chosen figures, and if wanted the text and the head. */
export function acceptImport(
  context: PersonContext & { readonly opened: OpenedReport },
  { revision, report, keys, parts }: z.infer<typeof acceptImportInput>,
): Promise<Written> {
  const draft = context.opened.report.content;
  const changes = [
    ...factChanges(draft, report, keys),
    ...(parts.head ? headChanges(report) : []),
    ...(parts.text ? textChanges(draft, report) : []),
  ];
  return writeChanges(context, { revision, changes, action: 'report.import' });
}
