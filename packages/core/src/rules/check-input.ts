import { profileFromName } from '../agencies/agency-name.ts';
import { rowFromFacts } from '../figures/facts.ts';
import type { CellKey, Format, FormatId } from '../formats/format.ts';
import { formatForYear, formats } from '../formats/formats.ts';
import type { Report } from '../report/report.ts';
import { formatOf } from '../report/report.ts';
import { defaultRegionSettings } from './region-settings.ts';
import type { CheckContext, CheckInput, OptionalInput, PredicateRule, Rule } from './rule.ts';

const unknownContext: CheckContext = {
  stage: 'draft',
  settings: defaultRegionSettings,
  agency: null,
  prior: null,
  restated: null,
  members: null,
  jointDocuments: null,
  roster: null,
  peers: null,
  publication: null,
  refused: [],
};

/** The format whose names a text rule may use for a report that has no tables. */
function formatForText(report: Report): Format {
  const format = formatForYear(report.year ?? 0) ?? formats.at(-1);
  if (format === undefined) throw new Error('no format is defined');
  return format;
}

/** Completes what a check is given: what is not said is not known, save what the name of the agency tells of it. */
export function checkInput(report: Report, context: Partial<CheckContext>): CheckInput {
  const format = formatOf(report) ?? formatForText(report);
  const agency = context.agency ?? (report.agency === null ? null : profileFromName(report.agency));
  const row = rowFromFacts(format, report.facts);
  return { ...unknownContext, ...context, agency, powers: agency?.powers ?? null, report, format, row };
}

/** Which inputs a rule would need that are not there. */
export function missingInputs(rule: Rule, input: CheckInput): readonly OptionalInput[] {
  const missing = (name: OptionalInput) => input[name] === null;
  const alternatives = rule.needsOneOf?.every(missing) === true ? rule.needsOneOf : [];
  return [...rule.needs.filter(missing), ...alternatives];
}

const read = new WeakMap<PredicateRule, ReadonlyMap<FormatId, readonly CellKey[]>>();

/** The cells that a predicate reads in a format; asked of the rule once. */
export function cellsRead(rule: PredicateRule, format: Format): readonly CellKey[] {
  const known = read.get(rule) ?? new Map(formats.map((one) => [one.id, rule.cells(one)]));
  read.set(rule, known);
  return known.get(format.id) ?? [];
}

/**
 * Whether a predicate has something to say on a report. One without tables is only read as text; and a rule on cells
 * that another format has says nothing where this one lacks them.
 */
export function applies(rule: PredicateRule, { report, format }: CheckInput): boolean {
  if (cellsRead(rule, format).length > 0) return report.format !== null;
  if (report.format === null) return rule.readsText;
  return rule.readsText || formats.every((one) => cellsRead(rule, one).length === 0);
}
