import { chinaDate } from '../calendar/china-date.ts';
import { reportDigest } from '../report/digest.ts';
import type { MoveSubject } from './approval.ts';
import { approvalStands } from './approval.ts';
import { unexplainedWarnings } from './explanation.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { GuardName } from './moves.ts';
import type { Refusal } from './refusal.ts';

export interface GuardInput {
  readonly lifecycle: Lifecycle;
  readonly actor: string;
  /** When the move is made, as an ISO instant. */
  readonly at: string;
  readonly subject: MoveSubject;
}

const refuse = (code: Refusal['code'], values: Refusal['values'] = {}): Refusal => ({ code, values });

/** What each guard asks: null where the move may go on, else why not. */
export const guards: Readonly<Record<GuardName, (input: GuardInput) => Refusal | null>> = {
  noErrors({ subject }) {
    const count = subject.findings.filter(({ severity }) => severity === 'error').length;
    return count === 0 ? null : refuse('errors-remain', { count });
  },
  warningsExplained({ subject: { findings, report, explanations } }) {
    const count = unexplainedWarnings(findings, report.facts, explanations).length;
    return count === 0 ? null : refuse('warnings-unexplained', { count });
  },
  fourEyes({ lifecycle: { editors }, actor }) {
    return editors.includes(actor) ? refuse('own-work') : null;
  },
  approvalStands({ lifecycle: { approval }, subject }) {
    if (approval === null) return refuse('approval-missing');
    if (approvalStands(approval, subject)) return null;
    const rulesChanged = approval.ruleSetVersion !== subject.ruleSetVersion;
    return refuse(rulesChanged ? 'approval-void-rules' : 'approval-void-content');
  },
  correctionOpen({ lifecycle }) {
    return lifecycle.publicVersion > 0 ? null : refuse('no-correction');
  },
  correctsSomething({ lifecycle: { publicDigest }, subject }) {
    return publicDigest === reportDigest(subject.report) ? refuse('nothing-corrected') : null;
  },
  yearEnded({ subject: { report }, at }) {
    if (report.year === null || chinaDate(at) > `${report.year}-12-31`) return null;
    return refuse('year-not-ended', { year: report.year });
  },
};
