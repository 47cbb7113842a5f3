import { z } from 'zod';
import type { Finding } from '../findings/finding.ts';
import { digestOf, reportDigest } from '../report/digest.ts';
import type { Report } from '../report/report.ts';
import { checkReport } from '../rules/check.ts';
import type { CheckContext } from '../rules/rule.ts';
import type { Explanation } from './explanation.ts';

/** A file that is published with a report: its name, and the SHA-256 of its bytes in hexadecimal. */
export interface AttachedFile {
  readonly name: string;
  readonly digest: string;
}

/**
 * What a move is made with: the report, the files that go with it to the public, what the check found in it as for
 * publication, and the answers to that.
 */
export interface MoveSubject {
  readonly report: Report;
  readonly explanations: readonly Explanation[];
  readonly attachments: readonly AttachedFile[];
  readonly findings: readonly Finding[];
  readonly ruleSetVersion: string;
}

/** What an approval stands for: cells, text, files, the answers to warnings, and the rules they were checked with. */
export type ApprovedContent = Omit<MoveSubject, 'findings'>;

/**
 * A reviewer's approval, or the acceptance of one by a government further up. It names what it approves by digest, and so
 * is void by itself once that has changed.
 */
export const approvalSchema = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  ruleSetVersion: z.string().min(1),
  /** Id of the agency whose reviewer gave it. */
  level: z.string().min(1),
  by: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
});
export type Approval = z.infer<typeof approvalSchema>;

/** Checks a report as for publication, and gives what a move with it is judged by. */
export function moveSubject(
  { report, explanations, attachments }: Pick<MoveSubject, 'report' | 'explanations' | 'attachments'>,
  context: Partial<CheckContext> = {},
): MoveSubject {
  const { findings, ruleSetVersion } = checkReport(report, { ...context, stage: 'publication' });
  return { report, explanations, attachments, findings, ruleSetVersion };
}

/** The digest that names the files of a report, in whatever order they are; null where there are none. */
export function attachmentsDigest(attachments: readonly AttachedFile[]): string | null {
  if (attachments.length === 0) return null;
  const each = attachments.map(({ name, digest }) => digestOf('nianbao attachment 1', { name, digest }));
  return digestOf('nianbao attachments 1', each.sort());
}

/**
 * The digest that an approval of this content has: another one after any change of a cell, a word, a file, an answer, a
 * rule.
 */
export function approvalDigest({ report, explanations, attachments, ruleSetVersion }: ApprovedContent): string {
  const answers = explanations.map(({ answers: { rule, instance, mark }, text }) =>
    digestOf('nianbao explanation 1', { rule, instance, mark, text }),
  );
  return digestOf('nianbao approval 1', {
    report: reportDigest(report),
    attachments: attachmentsDigest(attachments),
    ruleSetVersion,
    answers: answers.sort(),
  });
}

/** Whether an approval is one of this very content. */
export function approvalStands(approval: Approval | null, content: ApprovedContent): boolean {
  return approval !== null && approval.digest === approvalDigest(content);
}
