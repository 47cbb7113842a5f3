import { applicationsSums } from './applications-sums.ts';
import { disputesTotal } from './disputes-total.ts';
import type { Rule } from './rule.ts';

/**
 * Names the state of the rules that a report was checked and approved with. It changes whenever a rule is added, dropped
 * or would find something else in the same report.
 */
export const ruleSetVersion = '2026.1';

/** Every rule, in the order of the field's list. A new rule is one row in its file and, for a new file, one line here. */
export const rules: readonly Rule[] = [...applicationsSums, disputesTotal];

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
