import { reportProcedure, router } from '../api/trpc.ts';
import {
  attachFile,
  attachFileInput,
  attachmentSchema,
  listAttachmentsInput,
  listAttachmentsOutput,
  listFiles,
  removeAttachment,
  removeAttachmentInput,
  removeAttachmentOutput,
} from './attach-file.ts';

/** 附件. Those that are published need the right to edit besides, which the lifecycle asks for. */
export const attachmentsRouter = router({
  list: reportProcedure('report.read')
    .input(listAttachmentsInput)
    .output(listAttachmentsOutput)
    .query(({ ctx }) => listFiles(ctx)),
  add: reportProcedure('report.comment')
    .input(attachFileInput)
    .output(attachmentSchema)
    .mutation(({ ctx, input }) => attachFile(ctx, input)),
  remove: reportProcedure('report.comment')
    .input(removeAttachmentInput)
    .output(removeAttachmentOutput)
    .mutation(({ ctx, input }) => removeAttachment(ctx, input)),
});
