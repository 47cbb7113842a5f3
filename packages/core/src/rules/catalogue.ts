import { applicationsSubtotals } from './applications-subtotals.ts';
import { applicationsSums } from './applications-sums.ts';
import { cellsBlank } from './cells-blank.ts';
import { cellsNotACount } from './cells-not-a-count.ts';
import { disclosureDocuments } from './disclosure-documents.ts';
import { disclosureFees } from './disclosure-fees.ts';
import { disclosureItems } from './disclosure-items.ts';
import { disclosureRepealed } from './disclosure-repealed.ts';
import { disputesTotal } from './disputes-total.ts';
import { plausibilityRules } from './plausibility.ts';
import { publicationRules } from './publication.ts';
import { rollUpRules } from './roll-up.ts';
import type { Rule } from './rule.ts';
import { textRules } from './text-rules.ts';
import { yearRules } from './years.ts';

/**
 * Names the state of the rules that a report was checked and approved with. It changes whenever a rule is added, dropped
 * or would find something else in the same report.
 */
export const ruleSetVersion = '2026.1';

/** Every rule, in the order of the field's list. A new rule is one row in its file and, for a new file, one line here. */
export const rules: readonly Rule[] = [
  ...applicationsSums,
  cellsBlank,
  cellsNotACount,
  applicationsSubtotals,
  disputesTotal,
  disclosureFees,
  disclosureItems,
  ...disclosureDocuments,
  disclosureRepealed,
  ...yearRules,
  ...rollUpRules,
  ...plausibilityRules,
  ...textRules,
  ...publicationRules,
];

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
