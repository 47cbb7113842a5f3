import { reportProcedure, router } from '../api/trpc.ts';
import { listComments, listCommentsInput, listCommentsOutput } from './threads.ts';
import {
  commentOutput,
  deleteComment,
  deleteCommentInput,
  editComment,
  editCommentInput,
  flagThread,
  flagThreadInput,
  reply,
  replyInput,
  settleThread,
  settleThreadInput,
  startThread,
  startThreadInput,
} from './write-comment.ts';

const commenting = reportProcedure('report.comment').output(commentOutput);

/** 批注: what those who work on a report say to each other about it. Never public. */
export const commentsRouter = router({
  list: reportProcedure('report.read')
    .input(listCommentsInput)
    .output(listCommentsOutput)
    .query(({ ctx }) => listComments(ctx)),
  start: commenting.input(startThreadInput).mutation(({ ctx, input }) => startThread(ctx, input)),
  reply: commenting.input(replyInput).mutation(({ ctx, input }) => reply(ctx, input)),
  edit: commenting.input(editCommentInput).mutation(({ ctx, input }) => editComment(ctx, input)),
  delete: commenting.input(deleteCommentInput).mutation(({ ctx, input }) => deleteComment(ctx, input)),
  settle: commenting.input(settleThreadInput).mutation(({ ctx, input }) => settleThread(ctx, input)),
  flag: commenting.input(flagThreadInput).mutation(({ ctx, input }) => flagThread(ctx, input)),
});
