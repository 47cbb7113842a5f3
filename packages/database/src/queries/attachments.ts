import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { attachment } from '../schema/attachment.ts';
import { campaignExport } from '../schema/campaign-export.ts';
import { publication } from '../schema/publication.ts';

export type AttachmentRow = typeof attachment.$inferSelect;
export type NewAttachment = typeof attachment.$inferInsert;

/** The files of a report, oldest first. */
export async function listAttachments(database: Database, reportId: string): Promise<AttachmentRow[]> {
  return database
    .select()
    .from(attachment)
    .where(eq(attachment.reportId, reportId))
    .orderBy(asc(attachment.uploadedAt), asc(attachment.id));
}

/** Of several reports, the files that go with them to the public. */
export async function listPublicAttachments(
  database: Database,
  reportIds: readonly string[],
): Promise<AttachmentRow[]> {
  if (reportIds.length === 0) return [];
  return database
    .select()
    .from(attachment)
    .where(and(inArray(attachment.reportId, [...reportIds]), attachment.isPublic))
    .orderBy(asc(attachment.uploadedAt), asc(attachment.id));
}

export async function findAttachment(
  database: Database,
  { id, reportId }: { readonly id: string; readonly reportId: string },
): Promise<AttachmentRow | null> {
  const [row] = await database
    .select()
    .from(attachment)
    .where(and(eq(attachment.id, id), eq(attachment.reportId, reportId)));
  return row ?? null;
}

export async function insertAttachment(transaction: Database, values: NewAttachment): Promise<AttachmentRow> {
  const [row] = await transaction.insert(attachment).values(values).returning();
  if (row === undefined) throw new Error('insert returned no row');
  return row;
}

export async function deleteAttachment(transaction: Database, id: string): Promise<void> {
  await transaction.delete(attachment).where(eq(attachment.id, id));
}

/** Puts the files that were public with a version in the place of those that a report has for the public now. */
export async function replacePublicAttachments(
  transaction: Database,
  reportId: string,
  rows: readonly NewAttachment[],
): Promise<void> {
  await transaction.delete(attachment).where(and(eq(attachment.reportId, reportId), attachment.isPublic));
  if (rows.length > 0) await transaction.insert(attachment).values([...rows]);
}

/**
 * Keeps others from adding or taking away references to a file in the store until the transaction ends. To be held
 * while a file is stored and its reference written, and while a file is deleted because nothing refers to it.
 */
export async function lockBlob(transaction: Database, digest: string): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`blob:${digest}`}, 0))`);
}

/** Whether anything refers to a file in the store: a report's attachment, a publication, which does for good, or an export. */
export async function isBlobReferenced(database: Database, digest: string): Promise<boolean> {
  const [row] = await database.execute<{ referenced: boolean }>(sql`select
    exists (select from ${attachment} where ${eq(attachment.digest, digest)})
    or exists (select from ${publication} where ${publication.attachments} @> ${JSON.stringify([{ digest }])}::jsonb)
    or exists (select from ${campaignExport} where ${eq(campaignExport.digest, digest)})
    as referenced`);
  return row?.referenced ?? false;
}
