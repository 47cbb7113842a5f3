import { z } from 'zod';
import { accountProcedure, linkProcedure, router } from '../api/trpc.ts';
import { changePassword, changePasswordInput } from './change-password.ts';
import {
  readLink,
  readLinkInput,
  readLinkOutput,
  setPasswordByLink,
  setPasswordInput,
  setPasswordOutput,
} from './one-time-link.ts';
import { accountOutput, getOwnAccount } from './own-account.ts';
import {
  endedOutput,
  endOtherSessions,
  endOwnSession,
  endSessionInput,
  listOwnSessions,
  sessionsOutput,
} from './own-sessions.ts';
import { reminderMailsSchema, setReminderMails } from './reminder-mails.ts';
import { requestReset, requestResetInput, requestResetOutput } from './request-reset.ts';

/** One's own account, and the one-time links by which people come to a password. */
export const accountRouter = router({
  get: accountProcedure.output(accountOutput).query(({ ctx }) => getOwnAccount(ctx)),
  sessions: accountProcedure.output(sessionsOutput).query(({ ctx }) => listOwnSessions(ctx)),
  endSession: accountProcedure
    .input(endSessionInput)
    .output(endedOutput)
    .mutation(({ ctx, input }) => endOwnSession(ctx, input)),
  endOtherSessions: accountProcedure
    .input(z.object({}))
    .output(endedOutput)
    .mutation(({ ctx }) => endOtherSessions(ctx)),
  changePassword: accountProcedure
    .input(changePasswordInput)
    .output(endedOutput)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  setReminderMails: accountProcedure
    .input(reminderMailsSchema)
    .output(reminderMailsSchema)
    .mutation(({ ctx, input }) => setReminderMails(ctx, input)),
  requestReset: linkProcedure
    .input(requestResetInput)
    .output(requestResetOutput)
    .mutation(({ ctx, input }) => requestReset(ctx, input)),
  // A mutation although it changes nothing: the secret must not stand in an address, which servers log.
  readLink: linkProcedure
    .input(readLinkInput)
    .output(readLinkOutput)
    .mutation(({ ctx, input }) => readLink(ctx, input)),
  setPassword: linkProcedure
    .input(setPasswordInput)
    .output(setPasswordOutput)
    .mutation(({ ctx, input }) => setPasswordByLink(ctx, input)),
});
