import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { comment, commentThread } from '../schema/comment.ts';

export type ThreadRow = typeof commentThread.$inferSelect;
export type NewThread = typeof commentThread.$inferInsert;
export type CommentRow = typeof comment.$inferSelect;
export type NewComment = typeof comment.$inferInsert;

export interface ThreadWithComments {
  readonly thread: ThreadRow;
  /** Oldest first. */
  readonly comments: readonly CommentRow[];
}

/** The conversations about a report, oldest first. */
export async function listThreads(database: Database, reportId: string): Promise<ThreadWithComments[]> {
  const threads = await database
    .select()
    .from(commentThread)
    .where(eq(commentThread.reportId, reportId))
    .orderBy(asc(commentThread.createdAt), asc(commentThread.id));
  if (threads.length === 0) return [];
  const ids = threads.map(({ id }) => id);
  const comments = await database
    .select()
    .from(comment)
    .where(inArray(comment.threadId, ids))
    .orderBy(asc(comment.position));
  return threads.map((thread) => ({ thread, comments: comments.filter(({ threadId }) => threadId === thread.id) }));
}

/** One conversation, kept from changing until the transaction ends. */
export async function lockThread(
  transaction: Database,
  { id, reportId }: Pick<ThreadRow, 'id' | 'reportId'>,
): Promise<ThreadWithComments | null> {
  const [thread] = await transaction
    .select()
    .from(commentThread)
    .where(and(eq(commentThread.id, id), eq(commentThread.reportId, reportId)))
    .for('update');
  if (thread === undefined) return null;
  const comments = await transaction
    .select()
    .from(comment)
    .where(eq(comment.threadId, id))
    .orderBy(asc(comment.position));
  return { thread, comments };
}

export async function insertThread(transaction: Database, values: NewThread): Promise<ThreadRow> {
  const [row] = await transaction.insert(commentThread).values(values).returning();
  if (row === undefined) throw new Error('insert returned no row');
  return row;
}

export async function updateThread(
  transaction: Database,
  id: string,
  changes: Partial<Pick<ThreadRow, 'followUp' | 'resolvedAt' | 'resolvedByName'>>,
): Promise<void> {
  await transaction.update(commentThread).set(changes).where(eq(commentThread.id, id));
}

export async function insertComment(transaction: Database, values: NewComment): Promise<CommentRow> {
  const [row] = await transaction.insert(comment).values(values).returning();
  if (row === undefined) throw new Error('insert returned no row');
  return row;
}

export async function updateComment(
  transaction: Database,
  id: string,
  changes: Partial<Pick<CommentRow, 'text' | 'editedAt' | 'deletedAt'>>,
): Promise<void> {
  await transaction.update(comment).set(changes).where(eq(comment.id, id));
}

export interface OpenThreads {
  readonly comments: number;
  /** Of these, how many ask for something to be done. */
  readonly followUps: number;
}

/** Conversations about a report that nobody has resolved yet. */
export async function countOpenThreads(database: Database, reportId: string): Promise<OpenThreads> {
  const rows = await database
    .select({ followUp: commentThread.followUp, threads: count() })
    .from(commentThread)
    .where(and(eq(commentThread.reportId, reportId), isNull(commentThread.resolvedAt)))
    .groupBy(commentThread.followUp);
  const of = (followUp: boolean) => rows.find((row) => row.followUp === followUp)?.threads ?? 0;
  return { comments: of(false) + of(true), followUps: of(true) };
}
