import { isAllowed } from '@nianbao/core';
import type { AttachmentRow, Database } from '@nianbao/database';
import {
  appendAuditEvent,
  deleteAttachment,
  findAttachment,
  insertAttachment,
  listAttachments,
  lockBlob,
  lockReport,
  updateReport,
} from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext, ServerContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { largestUpload } from '../http/body-limits.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
import { editedLifecycle } from '../reports/edited-lifecycle.ts';
import { reportEvent } from '../reports/report-event.ts';
import type { AttachmentRefusal } from './attachment-types.ts';
import { attachmentRefusals, attachmentTypeOf } from './attachment-types.ts';

const mostAttachments = 50;
const longestName = 120;

type ReportContext = PersonContext & Pick<ServerContext, 'blobs'> & { readonly opened: OpenedReport };

export const attachmentSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  /** In bytes. */
  size: z.int(),
  /** SHA-256 in hexadecimal. */
  digest: z.string(),
  /** Published with the report; else for those who work on it. */
  public: z.boolean(),
  uploadedAt: z.iso.datetime(),
  uploadedBy: z.string(),
});

/** Where an attachment is downloaded: `/api/reports/REPORT/attachments/ID`. */
export function attachmentOf(row: AttachmentRow): z.infer<typeof attachmentSchema> {
  const { id, name, mediaType, size, digest, isPublic, uploadedAt, uploadedByName } = row;
  return {
    ...{ id, name, mediaType, size, digest, public: isPublic },
    uploadedAt: uploadedAt.toISOString(),
    uploadedBy: uploadedByName,
  };
}

/** A form with the fields `reportId`, `file`, and `public` (`1` for a file that is published with the report). */
export const attachFileInput = z.instanceof(FormData).transform((form, context) => {
  const file = form.get('file');
  if (file instanceof File) return { file, isPublic: form.get('public') === '1' };
  context.addIssue({ code: 'custom', path: ['file'], message: '请选择文件 / choose a file' });
  return z.NEVER;
});

function refuse(code: AttachmentRefusal): never {
  throw new ServiceError('ATTACHMENT_REFUSED', { reason: { code, ...attachmentRefusals[code] } });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out
const unfit = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/g;

/** The name that a file is kept under: without what names of files cannot have, and ending as its content asks. */
export function attachmentName(name: string, extension: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(unfit, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const same = plain.toLowerCase().endsWith(`.${extension}`) || (extension === 'jpg' && /\.jpeg$/i.test(plain));
  const body = same ? plain.slice(0, plain.lastIndexOf('.')) : plain;
  return `${[...(body || '附件')].slice(0, longestName).join('')}.${extension}`;
}

/** A public file belongs to what is approved: adding it or taking it away is an edit of the report. */
async function afterChange(context: ReportContext, transaction: Database, isPublic: boolean): Promise<void> {
  const report = await lockReport(transaction, context.opened.report.id);
  if (report === null) throw new ServiceError('NOT_FOUND');
  if (!isPublic) return;
  const lifecycle = await editedLifecycle(context, transaction, report);
  await updateReport(transaction, report.id, { lifecycle, updatedAt: context.now, updatedBy: context.person.id });
}

/** Attaches a file to a report. The same bytes are stored once, however often they are attached. */
export async function attachFile(
  context: ReportContext,
  { file, isPublic }: z.infer<typeof attachFileInput>,
): Promise<z.infer<typeof attachmentSchema>> {
  const { blobs, person, now, opened } = context;
  if (file.size > largestUpload) throw new ServiceError('TOO_LARGE');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = await attachmentTypeOf(bytes, file.name);
  if (typeof type === 'string') return refuse(type);
  const { digest, size } = await blobs.put(bytes);
  const attached = context.database.transaction(async (transaction) => {
    await afterChange(context, transaction, isPublic);
    const name = attachmentName(file.name, type.extension);
    const others = await listAttachments(transaction, opened.report.id);
    if (others.length >= mostAttachments) refuse('tooMany');
    if (others.some((other) => other.name === name)) refuse('sameName');
    await lockBlob(transaction, digest);
    // Deleted meanwhile, where somebody took the last other reference away.
    if (!(await blobs.has(digest))) await blobs.put(bytes);
    const uploaded = { uploadedAt: now, uploadedBy: person.id, uploadedByName: person.name };
    const row = await insertAttachment(transaction, {
      ...{ reportId: opened.report.id, name, mediaType: type.mediaType, size, digest, isPublic },
      ...uploaded,
    });
    const after = { name, digest, public: isPublic };
    await appendAuditEvent(transaction, {
      ...reportEvent(context, opened.report, 'attachment.add'),
      changes: [{ field: `attachment:${row.id}`, before: null, after }],
    });
    return attachmentOf(row);
  });
  return attached.catch(async (error: unknown) => {
    // Stored, and not attached after all.
    await context.database.transaction((transaction) => sendSweep(context, transaction, digest));
    throw error;
  });
}

async function sendSweep({ jobs }: ReportContext, transaction: Database, digest: string): Promise<void> {
  await jobs.send(transaction, { kind: jobKinds.sweepBlob, data: { digest } });
}

export const removeAttachmentInput = z.object({ reportId: reportIdSchema, attachmentId: z.uuid() });

export const removeAttachmentOutput = z.object({ removed: z.literal(true) });

/**
 * Takes a file off a report: one's own, or any for those who may edit the report. What a publication shows stays: the bytes are deleted only where
 * nothing refers to them any more.
 */
export async function removeAttachment(
  context: ReportContext,
  { attachmentId }: z.infer<typeof removeAttachmentInput>,
): Promise<z.infer<typeof removeAttachmentOutput>> {
  const { person, opened } = context;
  return context.database.transaction(async (transaction) => {
    const key = { id: attachmentId, reportId: opened.report.id };
    const row = await findAttachment(transaction, key);
    if (row === null) throw new ServiceError('NOT_FOUND');
    if (row.uploadedBy !== person.id && !isAllowed('report.edit', opened.grants)) throw new ServiceError('NOT_YOURS');
    await afterChange(context, transaction, row.isPublic);
    await deleteAttachment(transaction, row.id);
    const { name, digest, isPublic } = row;
    await sendSweep(context, transaction, digest);
    await appendAuditEvent(transaction, {
      ...reportEvent(context, opened.report, 'attachment.remove'),
      changes: [{ field: `attachment:${row.id}`, before: { name, digest, public: isPublic }, after: null }],
    });
    return { removed: true };
  });
}

export const listAttachmentsInput = z.object({ reportId: reportIdSchema });

export const listAttachmentsOutput = z.object({ attachments: z.array(attachmentSchema) });

/** The files of a report, for those who may read it. */
export async function listFiles({
  database,
  opened,
}: PersonContext & { readonly opened: OpenedReport }): Promise<z.infer<typeof listAttachmentsOutput>> {
  return { attachments: (await listAttachments(database, opened.report.id)).map(attachmentOf) };
}
