import type { Action } from '../access/permissions.ts';
import type { Text } from '../findings/message.ts';
import type { ReportState } from './states.ts';

/**
 * What can be done with a report. `edit` is any change of its figures, words or explanations; `accept` is a further
 * government's acceptance of what was approved; `correct` opens a correction of a public report, `abandonCorrection`
 * gives it up and leaves the public version as it is.
 */
export const moveNames = [
  'edit',
  'submit',
  'withdraw',
  'return',
  'approve',
  'unapprove',
  'accept',
  'unaccept',
  'publish',
  'correct',
  'abandonCorrection',
] as const;
export type MoveName = (typeof moveNames)[number];

/** Conditions on content and persons that a move can have; what each asks is in `guards.ts`. */
export type GuardName =
  | 'noErrors'
  | 'warningsExplained'
  | 'fourEyes'
  | 'freshEyes'
  | 'nextLevel'
  | 'lastLevel'
  | 'notAccepted'
  | 'approvalStands'
  | 'correctionOpen'
  | 'correctsSomething'
  | 'yearEnded';

export interface Move {
  readonly move: MoveName;
  readonly from: readonly ReportState[];
  /** `public`: published for a first version, corrected for a later one. */
  readonly to: ReportState | 'public';
  readonly action: Action;
  /** A reason must be given; for a correction it is the public 更正说明. Elsewhere it may be. */
  readonly needsReason: boolean;
  readonly guards: readonly GuardName[];
}

const sound: readonly GuardName[] = ['noErrors', 'warningsExplained'];

/** Every move there is. A state has at most one row for a move; what has no row can't be done. */
export const moves: readonly Move[] = [
  { move: 'edit', from: ['draft'], to: 'draft', action: 'report.edit', needsReason: false, guards: [] },
  { move: 'edit', from: ['returned'], to: 'returned', action: 'report.edit', needsReason: false, guards: [] },
  {
    move: 'edit',
    from: ['approved'],
    to: 'draft',
    action: 'report.edit',
    needsReason: false,
    guards: ['notAccepted'],
  },
  {
    move: 'submit',
    from: ['draft', 'returned'],
    to: 'submitted',
    action: 'report.submit',
    needsReason: false,
    guards: [...sound, 'correctsSomething'],
  },
  { move: 'withdraw', from: ['submitted'], to: 'draft', action: 'report.withdraw', needsReason: false, guards: [] },
  {
    move: 'return',
    from: ['submitted', 'approved'],
    to: 'returned',
    action: 'report.return',
    needsReason: true,
    guards: ['notAccepted'],
  },
  {
    move: 'approve',
    from: ['submitted'],
    to: 'approved',
    action: 'report.approve',
    needsReason: false,
    guards: ['fourEyes', ...sound],
  },
  {
    move: 'unapprove',
    from: ['approved'],
    to: 'submitted',
    action: 'report.unapprove',
    needsReason: true,
    guards: ['notAccepted'],
  },
  {
    move: 'accept',
    from: ['approved'],
    to: 'approved',
    action: 'report.accept',
    needsReason: false,
    guards: ['fourEyes', 'nextLevel', 'freshEyes', 'approvalStands', ...sound],
  },
  {
    move: 'unaccept',
    from: ['approved'],
    to: 'approved',
    action: 'report.unaccept',
    needsReason: true,
    guards: ['lastLevel'],
  },
  {
    move: 'publish',
    from: ['approved'],
    to: 'public',
    action: 'report.publish',
    needsReason: false,
    guards: ['approvalStands', ...sound, 'correctsSomething', 'yearEnded'],
  },
  {
    move: 'correct',
    from: ['published', 'corrected'],
    to: 'draft',
    action: 'report.correct',
    needsReason: true,
    guards: [],
  },
  {
    move: 'abandonCorrection',
    from: ['draft', 'returned'],
    to: 'public',
    action: 'report.correct',
    needsReason: false,
    guards: ['correctionOpen'],
  },
];

/** The row for a move from a state, or null where it can't be made from there. */
export function findMove(name: MoveName, state: ReportState): Move | null {
  return moves.find(({ move, from }) => move === name && from.includes(state)) ?? null;
}

export const moveLabels: Readonly<Record<MoveName, Text>> = {
  edit: { zh: '修改', en: 'edit' },
  submit: { zh: '提交', en: 'submit' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  return: { zh: '退回', en: 'return' },
  approve: { zh: '审核通过', en: 'approve' },
  unapprove: { zh: '撤销审核', en: 'take back the approval of' },
  accept: { zh: '认可', en: 'accept' },
  unaccept: { zh: '撤销认可', en: 'take back the acceptance of' },
  publish: { zh: '发布', en: 'publish' },
  correct: { zh: '更正', en: 'correct' },
  abandonCorrection: { zh: '放弃更正', en: 'give up correcting' },
};
