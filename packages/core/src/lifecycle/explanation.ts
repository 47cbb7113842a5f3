import { z } from 'zod';
import type { Facts } from '../figures/facts.ts';
import type { Finding } from '../findings/finding.ts';
import { canonicalJson, digestOf } from '../report/digest.ts';

/**
 * What a 情况说明 was written for: the failure of a rule, with the figures, both sides and the words that it then had.
 * `mark` names all of that, so that an explanation of other figures is known to be one.
 */
export const answeredSchema = z.strictObject({
  rule: z.string().min(1).max(100),
  instance: z.string().max(300).nullable(),
  mark: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The editor's written answer to a warning (情况说明). It is published with the figures. */
export const explanationSchema = z.strictObject({
  answers: answeredSchema,
  text: z.string().trim().min(1).max(2000),
  /** Account id of who wrote it, and when (ISO instant). */
  by: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
});

export type Answered = z.infer<typeof answeredSchema>;
export type Explanation = z.infer<typeof explanationSchema>;

/** What an explanation of a finding has to name, from the finding and the figures that the report has now. */
export function answeredBy(finding: Finding, facts: Facts): Answered {
  const { rule, instance, cells, expected, actual, place } = finding;
  const figures = cells.map((key) => [key, facts[key] ?? null]);
  const mark = digestOf('nianbao finding 1', { figures, expected, actual, quote: place?.quote ?? null });
  return { rule, instance, mark };
}

/** The explanation that answers a finding as it stands, or null. One written for other figures does not. */
export function explanationOf(
  finding: Finding,
  facts: Facts,
  explanations: readonly Explanation[],
): Explanation | null {
  const wanted = canonicalJson(answeredBy(finding, facts));
  return explanations.find(({ answers }) => canonicalJson(answers) === wanted) ?? null;
}

/** The warnings that still need an explanation. Errors can't be explained away, and notices need none. */
export function unexplainedWarnings(
  findings: readonly Finding[],
  facts: Facts,
  explanations: readonly Explanation[],
): readonly Finding[] {
  return findings.filter(
    (finding) => finding.severity === 'warning' && explanationOf(finding, facts, explanations) === null,
  );
}
