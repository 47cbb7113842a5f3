import type { Finding } from '@nianbao/core';

/** An explanation as the server keeps it: which finding it answers, and whether it still does. */
export interface Answer {
  readonly rule: string;
  readonly instance: string | null;
  readonly text: string;
  readonly stands: boolean;
}

/** The explanation that was written for a finding, or null. */
export function answerTo<T extends Answer>(answers: readonly T[], finding: Finding): T | null {
  return answers.find(({ rule, instance }) => rule === finding.rule && instance === finding.instance) ?? null;
}

/** Warnings that nobody has explained, or whose explanation was written for other figures. */
export function unexplained(findings: readonly Finding[], answers: readonly Answer[]): Finding[] {
  return findings.filter((finding) => finding.severity === 'warning' && answerTo(answers, finding)?.stands !== true);
}
