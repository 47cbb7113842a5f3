import type { Anchor, Report } from '@nianbao/core';
import { anchorSchema, findPassage } from '@nianbao/core';
import type { ThreadWithComments } from '@nianbao/database';
import { listThreads } from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';

export type CommentContext = PersonContext & { readonly opened: OpenedReport };

/** After so long a comment is not changed any more, in milliseconds: others may have acted on it. */
const editableFor = 15 * 60 * 1000;

/** What became of the passage that a comment is about: the words as they are now, and along which section they count. */
const whereSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.enum(['found', 'moved', 'changed']),
    section: z.int().nullable(),
    start: z.int(),
    end: z.int(),
    text: z.string(),
  }),
  z.object({ state: z.literal('lost') }),
]);

const commentSchema = z.object({
  id: z.uuid(),
  /** Null where it was deleted. */
  text: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  mine: z.boolean(),
  mayEdit: z.boolean(),
});

export const threadSchema = z.object({
  id: z.uuid(),
  anchor: anchorSchema,
  /** Of a passage alone. */
  where: whereSchema.nullable(),
  followUp: z.boolean(),
  resolved: z.object({ at: z.iso.datetime(), by: z.string().nullable() }).nullable(),
  comments: z.array(commentSchema),
});

export type Thread = z.infer<typeof threadSchema>;
type CommentRow = ThreadWithComments['comments'][number];

export function isEditable({ writtenBy, writtenAt, deletedAt }: CommentRow, { person, now }: PersonContext): boolean {
  return writtenBy === person.id && deletedAt === null && now.getTime() - writtenAt.getTime() < editableFor;
}

function whereOf(report: Report, anchor: Anchor): Thread['where'] {
  return anchor.kind === 'passage' ? findPassage(report, anchor) : null;
}

/** A conversation as a person sees it, with its place in the report as it is now. */
export function threadFor(context: PersonContext, report: Report, { thread, comments }: ThreadWithComments): Thread {
  const { id, anchor, followUp, resolvedAt, resolvedByName } = thread;
  return {
    id,
    anchor,
    where: whereOf(report, anchor),
    followUp,
    resolved: resolvedAt === null ? null : { at: resolvedAt.toISOString(), by: resolvedByName },
    comments: comments.map((row) => ({
      id: row.id,
      text: row.deletedAt === null ? row.text : null,
      by: row.writtenByName,
      at: row.writtenAt.toISOString(),
      editedAt: row.editedAt?.toISOString() ?? null,
      deletedAt: row.deletedAt?.toISOString() ?? null,
      mine: row.writtenBy === context.person.id,
      mayEdit: isEditable(row, context),
    })),
  };
}

export const listCommentsInput = z.object({ reportId: reportIdSchema });

export const listCommentsOutput = z.object({ threads: z.array(threadSchema) });

/** All that is said about a report among those who work on it, oldest first. */
export async function listComments(context: CommentContext): Promise<z.infer<typeof listCommentsOutput>> {
  const { report } = context.opened;
  const threads = await listThreads(context.database, report.id);
  return { threads: threads.map((one) => threadFor(context, report.content, one)) };
}
