import type { Anchor, AuditAction, Report } from '@nianbao/core';
import { anchorSchema, findCell, findPassage, formatOf } from '@nianbao/core';
import type { CommentRow, Database, ThreadWithComments } from '@nianbao/database';
import {
  appendAuditEvent,
  insertComment,
  insertThread,
  listThreads,
  lockThread,
  updateComment,
  updateThread,
} from '@nianbao/database';
import { z } from 'zod';
import { reportIdSchema } from '../api/ids.ts';
import { ServiceError } from '../errors/service-error.ts';
import { notify } from '../notifications/notify.ts';
import { reportEvent } from '../reports/report-event.ts';
import { isStorable, storableMessage } from '../reports/storable-text.ts';
import type { CommentContext, Thread } from './threads.ts';
import { isEditable, threadFor, threadSchema } from './threads.ts';

const mostThreads = 1000;
const mostComments = 200;

const text = z.string().trim().min(1).max(2000).refine(isStorable, { message: storableMessage });
const inThread = { reportId: reportIdSchema, threadId: z.uuid() };
const oneComment = { ...inThread, commentId: z.uuid() };

export const startThreadInput = z.object({
  reportId: reportIdSchema,
  anchor: anchorSchema.refine(isStorable, { message: storableMessage }),
  text,
  /** Something has to be done about it. */
  followUp: z.boolean().default(false),
});
export const replyInput = z.object({ ...inThread, text });
export const editCommentInput = z.object({ ...oneComment, text });
export const deleteCommentInput = z.object(oneComment);
export const settleThreadInput = z.object({ ...inThread, resolved: z.boolean() });
export const flagThreadInput = z.object({ ...inThread, followUp: z.boolean() });

/** Every change gives the conversation as it is then. */
export const commentOutput = threadSchema;

function refuse(path: string, message: string): never {
  throw new ServiceError('BAD_INPUT', { issues: [{ path: [path], message }] });
}

/** Refuses to anchor a comment to what the report does not have. */
function assertThere(report: Report, anchor: Anchor): void {
  if (anchor.kind === 'report') return;
  if (anchor.kind === 'passage') {
    if (findPassage(report, anchor).state === 'found') return;
    refuse(
      'anchor',
      '报告中没有这段文字，请刷新后重新选择 / the report does not have this passage: reload and choose it again',
    );
  }
  const format = formatOf(report);
  if (format !== null && findCell(format, anchor.key) !== undefined) return;
  refuse('anchor', `没有数据项 ${anchor.key} / there is no cell ${anchor.key}`);
}

interface Change {
  readonly action: AuditAction;
  readonly threadId: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

async function record(
  context: CommentContext,
  transaction: Database,
  { action, threadId, before = null, after = null }: Change,
): Promise<void> {
  const event = reportEvent(context, context.opened.report, action);
  const changes = [{ field: `comment:${threadId}`, before, after }];
  await appendAuditEvent(transaction, { ...event, changes });
}

/** Changes one conversation in a transaction, and gives it as it is then. */
function changeThread(
  context: CommentContext,
  id: string,
  change: (transaction: Database, found: ThreadWithComments) => Promise<void>,
): Promise<Thread> {
  const { report } = context.opened;
  return context.database.transaction(async (transaction) => {
    const found = await lockThread(transaction, { id, reportId: report.id });
    if (found === null) throw new ServiceError('NOT_FOUND');
    await change(transaction, found);
    const changed = await lockThread(transaction, { id, reportId: report.id });
    if (changed === null) throw new ServiceError('NOT_FOUND');
    return threadFor(context, report.content, changed);
  });
}

function authorOf({ person, now }: CommentContext) {
  return { writtenBy: person.id, writtenByName: person.name, writtenAt: now };
}

/** Begins a conversation about a report, a cell or a passage. */
export function startThread(
  context: CommentContext,
  { anchor, text: said, followUp }: z.infer<typeof startThreadInput>,
): Promise<Thread> {
  const { report } = context.opened;
  assertThere(report.content, anchor);
  return context.database.transaction(async (transaction) => {
    if ((await listThreads(transaction, report.id)).length >= mostThreads) {
      refuse('anchor', `一份报告最多 ${mostThreads} 条批注 / a report takes ${mostThreads} comments`);
    }
    const values = { reportId: report.id, anchor, followUp, createdAt: context.now };
    const thread = await insertThread(transaction, values);
    const comment = await insertComment(transaction, {
      threadId: thread.id,
      position: 0,
      text: said,
      ...authorOf(context),
    });
    await record(context, transaction, { action: 'comment.start', threadId: thread.id, after: said });
    return threadFor(context, report.content, { thread, comments: [comment] });
  });
}

/** Tells those who took part before. */
async function tellOthers(
  context: CommentContext,
  transaction: Database,
  { found, id }: { readonly found: ThreadWithComments; readonly id: string },
): Promise<void> {
  const { person, now, opened } = context;
  const others = new Set(found.comments.map(({ writtenBy }) => writtenBy).filter((one) => one !== person.id));
  const values = { by: person.name, agency: opened.agency.name, year: opened.report.year };
  const notice = { values, link: `/admin/reports/${opened.report.id}`, key: `comment:${id}` };
  const kind = 'comment.replied';
  await notify(
    transaction,
    [...others].map((userId) => ({ ...notice, kind, userId })),
    now,
  );
}

/** Adds to a conversation; one that was resolved is open again. */
export function reply(context: CommentContext, { threadId, text: said }: z.infer<typeof replyInput>): Promise<Thread> {
  return changeThread(context, threadId, async (transaction, found) => {
    if (found.comments.length >= mostComments) {
      refuse('text', `一条批注最多 ${mostComments} 次回复 / a comment takes ${mostComments} replies`);
    }
    const position = found.comments.length;
    const { id } = await insertComment(transaction, { threadId, position, text: said, ...authorOf(context) });
    await updateThread(transaction, threadId, { resolvedAt: null, resolvedByName: null });
    await record(context, transaction, { action: 'comment.reply', threadId, after: said });
    await tellOthers(context, transaction, { found, id });
  });
}

function commentIn({ comments }: ThreadWithComments, id: string): CommentRow {
  const found = comments.find((comment) => comment.id === id);
  if (found === undefined) throw new ServiceError('NOT_FOUND');
  return found;
}

/** Changes what one wrote oneself a short while ago; that it was changed is shown. */
export function editComment(
  context: CommentContext,
  { threadId, commentId, text: said }: z.infer<typeof editCommentInput>,
): Promise<Thread> {
  return changeThread(context, threadId, async (transaction, found) => {
    const comment = commentIn(found, commentId);
    if (!isEditable(comment, context)) throw new ServiceError('NOT_YOURS');
    await updateComment(transaction, commentId, { text: said, editedAt: context.now });
    await record(context, transaction, { action: 'comment.edit', threadId, before: comment.text, after: said });
  });
}

/** Takes back what one wrote oneself: that there was something stays to be seen, and the record keeps what. */
export function deleteComment(
  context: CommentContext,
  { threadId, commentId }: z.infer<typeof deleteCommentInput>,
): Promise<Thread> {
  return changeThread(context, threadId, async (transaction, found) => {
    const comment = commentIn(found, commentId);
    if (comment.writtenBy !== context.person.id) throw new ServiceError('NOT_YOURS');
    if (comment.deletedAt !== null) return;
    await updateComment(transaction, commentId, { text: '', deletedAt: context.now });
    await record(context, transaction, { action: 'comment.delete', threadId, before: comment.text });
  });
}

/** Says that what a conversation is about has been dealt with, or has not after all. */
export function settleThread(
  context: CommentContext,
  { threadId, resolved }: z.infer<typeof settleThreadInput>,
): Promise<Thread> {
  const { person, now } = context;
  return changeThread(context, threadId, async (transaction, { thread }) => {
    if ((thread.resolvedAt !== null) === resolved) return;
    const after = resolved
      ? { resolvedAt: now, resolvedByName: person.name }
      : { resolvedAt: null, resolvedByName: null };
    await updateThread(transaction, threadId, after);
    await record(context, transaction, { action: resolved ? 'comment.resolve' : 'comment.reopen', threadId });
  });
}

/** Says that something has to be done about a conversation, or not. */
export function flagThread(
  context: CommentContext,
  { threadId, followUp }: z.infer<typeof flagThreadInput>,
): Promise<Thread> {
  return changeThread(context, threadId, async (transaction, { thread }) => {
    if (thread.followUp === followUp) return;
    await updateThread(transaction, threadId, { followUp });
    await record(context, transaction, { action: followUp ? 'comment.flag' : 'comment.unflag', threadId });
  });
}
