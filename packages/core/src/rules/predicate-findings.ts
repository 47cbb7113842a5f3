import type { Finding } from '../findings/finding.ts';
import { gradeOf, isOff } from './grade.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** Actual minus expected, as exact as the two are written: 34.3 − 32.4 is 1.9, which binary fractions miss. */
function differenceOf({ expected, actual }: Failure): number | null {
  if (typeof expected !== 'number' || typeof actual !== 'number') return null;
  const decimals = Math.max(decimalsOf(expected), decimalsOf(actual));
  return Number((actual - expected).toFixed(Math.min(decimals, 20)));
}

/** Runs one predicate over a report and dresses what it says as findings in the region's grade. */
export function predicateFindings(rule: PredicateRule, input: CheckInput): readonly Finding[] {
  if (isOff(rule, input.settings)) return [];
  return Array.from(rule.check(input), (failure) => ({
    rule: rule.id,
    instance: failure.instance ?? null,
    severity: gradeOf(rule, input.settings, failure.severity),
    cells: failure.cells ?? [],
    expected: failure.expected ?? null,
    actual: failure.actual ?? null,
    difference: failure.difference ?? differenceOf(failure),
    place: failure.place ?? null,
    values: failure.values ?? {},
    repair: failure.repair ?? null,
  }));
}
