import { z } from 'zod';
import { approvalSchema } from './approval.ts';
import { reportStates } from './states.ts';

/**
 * Where one report stands, besides its content: a small value that is stored with it and changed by `applyMove` alone.
 * The work on one version, from the first edit or the opening of a correction to its publication, is a round.
 */
export const lifecycleSchema = z.strictObject({
  state: z.enum(reportStates),
  /** Account ids of all who edited or submitted in this round: none of them approves it. */
  editors: z.array(z.string().min(1)),
  /** Who submitted last. */
  submittedBy: z.string().min(1).nullable(),
  approval: approvalSchema.nullable(),
  /** By the governments above that of the approval, one after the other from the bottom up. */
  acceptances: z.array(approvalSchema),
  /** Number of versions that were made public, the `reportDigest` of the newest, and its `attachmentsDigest`. */
  publicVersion: z.int().min(0),
  publicDigest: z.string().nullable(),
  publicAttachments: z.string().nullable(),
  /** 更正说明 of the correction that is under way. */
  correctionNote: z.string().nullable(),
});
export type Lifecycle = z.infer<typeof lifecycleSchema>;

/** A report that nobody has worked on yet. */
export const newLifecycle: Lifecycle = {
  state: 'draft',
  editors: [],
  submittedBy: null,
  approval: null,
  acceptances: [],
  publicVersion: 0,
  publicDigest: null,
  publicAttachments: null,
  correctionNote: null,
};
