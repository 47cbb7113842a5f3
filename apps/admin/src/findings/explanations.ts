import type { Facts, Finding } from '@nianbao/core';
import { answeredBy } from '@nianbao/core';

/** An explanation as the server keeps it: which finding it answers, and the mark of the figures that it was written for. */
export interface Answer {
  readonly rule: string;
  readonly instance: string | null;
  readonly text: string;
  readonly mark: string;
}

/** What was written for a finding, and whether it still answers it: other figures need another explanation. */
export interface GivenAnswer<T extends Answer = Answer> {
  readonly answer: T;
  readonly stands: boolean;
}

/** The explanation of a finding as it stands among these figures, or null when there is none. */
export function answerTo<T extends Answer>(
  answers: readonly T[],
  finding: Finding,
  facts: Facts,
): GivenAnswer<T> | null {
  const { rule, instance, mark } = answeredBy(finding, facts);
  const given = answers.filter((answer) => answer.rule === rule && answer.instance === instance);
  const answer = given.find((candidate) => candidate.mark === mark) ?? given[0];
  return answer === undefined ? null : { answer, stands: answer.mark === mark };
}

/** Warnings that nobody has explained, or whose explanation was written for other figures. */
export function unexplained(findings: readonly Finding[], answers: readonly Answer[], facts: Facts): Finding[] {
  return findings.filter(
    (finding) => finding.severity === 'warning' && answerTo(answers, finding, facts)?.stands !== true,
  );
}
