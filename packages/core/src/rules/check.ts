import type { Finding } from '../findings/finding.ts';
import type { Report } from '../report/report.ts';
import { formatOf } from '../report/report.ts';
import { checkArithmetic } from './arithmetic-check.ts';
import { ruleById, ruleSetVersion, rules } from './catalogue.ts';
import { applies, checkInput, missingInputs } from './check-input.ts';
import { gradeOf, isOff } from './grade.ts';
import { inOrder } from './order.ts';
import { predicateFindings } from './predicate-findings.ts';
import type { CheckContext, CheckInput, OptionalInput } from './rule.ts';

/** A rule that could not be judged, and the inputs that it would have needed. */
export interface NotAssessed {
  readonly rule: string;
  readonly needs: readonly OptionalInput[];
}

/** What a check found, in order of place: figures, then text, then the report as a whole. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly notAssessed: readonly NotAssessed[];
  readonly ruleSetVersion: string;
}

/** The arithmetic findings as a region grades them. */
export function gradedArithmetic(input: CheckInput, findings: readonly Finding[]): readonly Finding[] {
  return findings.flatMap((finding) => {
    const rule = ruleById.get(finding.rule);
    if (rule === undefined || isOff(rule, input.settings)) return [];
    return [{ ...finding, severity: gradeOf(rule, input.settings) }];
  });
}

/**
 * Checks a report against every rule that what is known allows to judge. What the context leaves out is not known: the
 * rules that need it are listed as not assessed. A report from before the official tables is only read as text.
 */
export function checkReport(report: Report, context: Partial<CheckContext> = {}): CheckResult {
  const input = checkInput(report, context);
  const findings: Finding[] = [];
  const notAssessed: NotAssessed[] = [];
  if (formatOf(report) !== null) findings.push(...gradedArithmetic(input, checkArithmetic(input.row)));
  for (const rule of rules) {
    if (rule.kind !== 'predicate' || !applies(rule, input)) continue;
    const needs = missingInputs(rule, input);
    if (needs.length > 0) notAssessed.push({ rule: rule.id, needs });
    // One by one: a hostile text has more findings than a call takes arguments.
    else for (const finding of predicateFindings(rule, input)) findings.push(finding);
  }
  return { findings: inOrder(formatOf(report), findings), notAssessed, ruleSetVersion };
}
