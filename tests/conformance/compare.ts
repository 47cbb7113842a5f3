import type { ConformanceCase, ExpectedFinding } from './case.ts';

/** A finding as any door gives it: core's own, or the JSON of the command line or the API. */
export interface GivenFinding {
  readonly rule: string;
  readonly instance?: string | null | undefined;
  readonly severity: string;
  readonly cells: readonly string[];
  readonly expected: number | string | null;
  readonly actual: number | string | null;
  readonly place?: { readonly quote?: string | undefined } | null | undefined;
  readonly repair?: { readonly cell: string; readonly value: number } | null | undefined;
}

function comparable(given: GivenFinding, expected: ExpectedFinding | undefined): ExpectedFinding {
  const { rule, severity, cells } = given;
  return {
    rule,
    ...(expected?.instance === undefined ? {} : { instance: given.instance ?? null }),
    severity: severity === 'error' || severity === 'warning' ? severity : 'notice',
    cells: [...cells],
    expected: given.expected,
    actual: given.actual,
    ...(expected?.quote === undefined ? {} : { quote: given.place?.quote ?? '' }),
    ...(expected?.repair === undefined ? {} : { repair: given.repair ?? null }),
  };
}

/** The findings that a door gave, cut to what a case judges, for `expect(…).toEqual(case.findings)`. */
export function judged(one: ConformanceCase, given: readonly GivenFinding[]): ExpectedFinding[] {
  return given
    .filter(({ rule }) => one.rules.includes(rule))
    .map((finding, at) => comparable(finding, one.findings[at]));
}
