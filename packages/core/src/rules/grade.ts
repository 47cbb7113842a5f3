import type { Severity } from '../findings/finding.ts';
import type { RegionSettings } from './region-settings.ts';
import type { Rule } from './rule.ts';

const rank: Readonly<Record<Severity, number>> = { notice: 0, warning: 1, error: 2 };

/** Whether a region has switched the rule off, which it may only where the rule is regradable. */
export function isOff(rule: Rule, settings: RegionSettings): boolean {
  return rule.regradable && settings.regrades[rule.id] === 'off';
}

/**
 * The severity that a failure has in a region. `own` is what the rule itself says of this failure where it grades
 * failures differently; a region's grade replaces the rule's general one and caps the others.
 */
export function gradeOf(rule: Rule, settings: RegionSettings, own?: Severity): Severity {
  const set = settings.regrades[rule.id];
  const regrade = rule.regradable && set !== undefined && set !== 'off' ? set : null;
  if (own === undefined || own === rule.severity) return regrade ?? rule.severity;
  return regrade !== null && rank[regrade] < rank[own] ? regrade : own;
}
