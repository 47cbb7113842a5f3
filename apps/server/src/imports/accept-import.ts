import type { Change, Report } from '@nianbao/core';
import { reportSchema, takenOver } from '@nianbao/core';
import type { SourceFile } from '@nianbao/database';
import { z } from 'zod';
import { reportIdSchema } from '../api/ids.ts';
import { ServiceError } from '../errors/service-error.ts';
import { isStorable, storableMessage } from '../reports/storable-text.ts';
import type { Written } from '../reports/write-changes.ts';
import { writeChanges } from '../reports/write-changes.ts';
import type { ImportContext } from './imported-file.ts';
import { importedFileSchema, receiptHolds } from './imported-file.ts';

const headFields = ['title', 'writtenOn', 'indexNumber', 'contact'] as const;

export const acceptImportInput = z.object({
  reportId: reportIdSchema,
  revision: z.int().min(1),
  /** What `imports.read` understood. */
  report: reportSchema.refine(isStorable, { message: storableMessage }),
  /** The file that it was read from, with the receipt that `imports.read` gave. */
  source: z.object({ file: importedFileSchema, receipt: z.string().max(100) }).optional(),
  /** Cells to take over; every one that the file fills when left out. */
  keys: z.array(z.string()).max(1000).optional(),
  parts: z.object({
    /** All of the text or none of it, or the preface and sections of the draft by position. */
    text: z.union([z.boolean(), z.array(z.union([z.literal('preface'), z.int().min(0).max(59)])).max(61)]),
    /** The whole head or nothing of it, or some of its fields. */
    head: z.union([z.boolean(), z.array(z.enum(headFields)).max(headFields.length)]),
  }),
});

type Accepted = z.infer<typeof acceptImportInput>;

function includes<T>(choice: boolean | readonly T[], part: T): boolean {
  return typeof choice === 'boolean' ? choice : choice.includes(part);
}

function isChosen(change: Change, { keys, parts }: Accepted): boolean {
  switch (change.kind) {
    case 'fact':
      return keys?.includes(change.key) ?? true;
    case 'head':
      return includes(parts.head, change.field);
    case 'preface':
      return includes(parts.text, 'preface');
    case 'section':
      return includes(parts.text, change.position);
  }
}

/** Chosen cells that the file leaves blank: taking them over blanks them in the draft, since they were asked for. */
function blankedCells(read: Report, keys: readonly string[] | undefined): Change[] {
  return (keys ?? [])
    .filter((key) => (read.facts[key] ?? null) === null)
    .map((key) => ({ kind: 'fact', key, value: null }));
}

function fileOf({ person, secret }: ImportContext, { reportId, report, source }: Accepted): SourceFile | null {
  if (source === undefined) return null;
  const { file, receipt } = source;
  if (receiptHolds(secret, { reportId, personId: person.id, file, understood: report }, receipt)) return file;
  const message = '内容与读入的文件不一致，请重新读入文件 / not what was read from the file: read it again';
  throw new ServiceError('BAD_INPUT', { issues: [{ path: ['source', 'receipt'], message }] });
}

/** Takes over what was read from a file: chosen figures, sections and fields of the head. */
export function acceptImport(context: ImportContext, accepted: Accepted): Promise<Written> {
  const { revision, report, keys } = accepted;
  const draft = context.opened.report.content;
  const wantsFigures =
    keys === undefined ? Object.values(report.facts).some((value) => value !== null) : keys.length > 0;
  if (wantsFigures && draft.format !== report.format) throw new ServiceError('OTHER_FORMAT');
  const changes = [
    ...takenOver(draft, report).filter((change) => isChosen(change, accepted)),
    ...blankedCells(report, keys),
  ];
  return writeChanges(context, { revision, changes, action: 'report.import', file: fileOf(context, accepted) });
}
