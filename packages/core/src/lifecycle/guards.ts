import type { HeldGrant } from '../access/permissions.ts';
import { chinaDate } from '../calendar/china-date.ts';
import { reportDigest } from '../report/digest.ts';
import type { MoveSubject } from './approval.ts';
import { approvalStands, attachmentsDigest } from './approval.ts';
import { unexplainedWarnings } from './explanation.ts';
import { highestLevel, levelsOf } from './levels.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { GuardName } from './moves.ts';
import type { Refusal } from './refusal.ts';

export interface GuardInput {
  readonly lifecycle: Lifecycle;
  readonly actor: { readonly id: string; readonly grants: readonly HeldGrant[] };
  /** Ids of the agencies from the report's own up to the root. */
  readonly lineage: readonly string[];
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
    return editors.includes(actor.id) ? refuse('own-work') : null;
  },
  freshEyes({ lifecycle: { approval, acceptances }, actor }) {
    return [approval, ...acceptances].some((given) => given?.by === actor.id) ? refuse('own-approval') : null;
  },
  nextLevel({ lifecycle, actor, lineage }) {
    const levels = levelsOf('report.accept', actor.grants, lineage);
    const next = (highestLevel(lifecycle, lineage) ?? lineage.length) + 1;
    if (levels.includes(next)) return null;
    return refuse(levels.some((level) => level > next) ? 'lower-level-first' : 'level-done');
  },
  lastLevel({ lifecycle, actor, lineage }) {
    if (lifecycle.acceptances.length === 0) return refuse('nothing-accepted');
    const levels = levelsOf('report.unaccept', actor.grants, lineage);
    const last = highestLevel(lifecycle, lineage) ?? 0;
    return levels.some((level) => level >= last) ? null : refuse('accepted-higher');
  },
  notAccepted({ lifecycle: { acceptances }, subject }) {
    return acceptances.some((acceptance) => approvalStands(acceptance, subject)) ? refuse('accepted-above') : null;
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
  correctsSomething({ lifecycle: { publicDigest, publicAttachments }, subject: { report, attachments } }) {
    const same = publicDigest === reportDigest(report) && publicAttachments === attachmentsDigest(attachments);
    return same ? refuse('nothing-corrected') : null;
  },
  yearEnded({ subject: { report }, at }) {
    if (report.year === null || chinaDate(at) > `${report.year}-12-31`) return null;
    return refuse('year-not-ended', { year: report.year });
  },
};
