import { z } from 'zod';
import type { Finding } from '../findings/finding.ts';
import { digestOf, reportDigest } from '../report/digest.ts';
import type { Report } from '../report/report.ts';
import { checkReport } from '../rules/check.ts';
import type { CheckContext } from '../rules/rule.ts';
import type { Explanation } from './explanation.ts';

/** What a move is made with: the report, what the check found in it as for publication, and the answers to that. */
export interface MoveSubject {
  readonly report: Report;
  readonly explanations: readonly Explanation[];
  readonly findings: readonly Finding[];
  readonly ruleSetVersion: string;
}

/** What an approval stands for: cells, text, the answers to warnings, and the rules they were checked with. */
export type ApprovedContent = Pick<MoveSubject, 'report' | 'explanations' | 'ruleSetVersion'>;

/** A reviewer's approval. It names what it approves by digest, and so is void by itself once that has changed. */
export const approvalSchema = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  ruleSetVersion: z.string().min(1),
  by: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
});
export type Approval = z.infer<typeof approvalSchema>;

/** Checks a report as for publication, and gives what a move with it is judged by. */
export function moveSubject(
  report: Report,
  explanations: readonly Explanation[],
  context: Partial<CheckContext> = {},
): MoveSubject {
  const { findings, ruleSetVersion } = checkReport(report, { ...context, stage: 'publication' });
  return { report, explanations, findings, ruleSetVersion };
}

/** The digest that an approval of this content has: another one after any change of a cell, a word, an answer, a rule. */
export function approvalDigest({ report, explanations, ruleSetVersion }: ApprovedContent): string {
  const answers = explanations.map(({ answers: { rule, instance, mark }, text }) =>
    digestOf('nianbao explanation 1', { rule, instance, mark, text }),
  );
  return digestOf('nianbao approval 1', { report: reportDigest(report), ruleSetVersion, answers: answers.sort() });
}

/** Whether an approval is one of this very content. */
export function approvalStands(approval: Approval | null, content: ApprovedContent): boolean {
  return approval !== null && approval.digest === approvalDigest(content);
}
