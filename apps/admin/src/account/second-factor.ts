import { z } from 'zod';
import type { Posted } from '../session/post-auth.ts';
import { postAuth } from '../session/post-auth.ts';

const enrolment = z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) });
const state = z.object({ enabled: z.boolean() });
const codes = z.object({ backupCodes: z.array(z.string()) });

/** What an authenticator app takes on, and the codes for the day it is not there. */
export type Enrolment = z.infer<typeof enrolment>;

export const beginEnrolment = (password: string): Promise<Posted<Enrolment>> =>
  postAuth('two-factor/enable', { password }, enrolment);

export const confirmEnrolment = (code: string) => postAuth('two-factor/verify', { code: code.trim() }, state);

export const turnOff = (password: string) => postAuth('two-factor/disable', { password }, state);

export const renewBackupCodes = (password: string) => postAuth('two-factor/backup-codes', { password }, codes);
