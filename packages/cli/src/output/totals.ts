import type { Severity } from '@nianbao/core';

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** What counts towards the totals of a run, of one file that was read. */
export interface FileCounts {
  readonly agency: string | null;
  readonly counts: SeverityCounts;
  /** Findings of each rule. */
  readonly rules: Readonly<Record<string, number>>;
}

export interface RuleTotal {
  readonly rule: string;
  files: number;
  findings: number;
}

export interface AgencyTotal {
  readonly agency: string | null;
  files: number;
  readonly counts: Record<Severity, number>;
}

/** The sums of a run over many files: by outcome, by rule and by agency. */
export class Totals {
  clean = 0;
  errors = 0;
  unreadable = 0;
  /** Findings that were found and not shown. */
  leftOut = 0;
  readonly counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  readonly #rules = new Map<string, RuleTotal>();
  readonly #agencies = new Map<string | null, AgencyTotal>();

  get files(): number {
    return this.clean + this.errors + this.unreadable;
  }

  addRefused(): void {
    this.unreadable += 1;
  }

  add({ agency, counts, rules }: FileCounts): void {
    if (counts.error > 0) this.errors += 1;
    else this.clean += 1;
    const own = this.#agencies.get(agency) ?? { agency, files: 0, counts: { error: 0, warning: 0, notice: 0 } };
    own.files += 1;
    for (const severity of ['error', 'warning', 'notice'] as const) {
      own.counts[severity] += counts[severity];
      this.counts[severity] += counts[severity];
    }
    this.#agencies.set(agency, own);
    for (const [rule, findings] of Object.entries(rules)) {
      const total = this.#rules.get(rule) ?? { rule, files: 0, findings: 0 };
      total.files += 1;
      total.findings += findings;
      this.#rules.set(rule, total);
    }
  }

  /** The rules that found something, the busiest first. */
  byRule(): readonly RuleTotal[] {
    return [...this.#rules.values()].sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
  }

  /** The agencies, those with the most errors first, then with the most warnings. */
  byAgency(): readonly AgencyTotal[] {
    return [...this.#agencies.values()].sort(
      (a, b) =>
        b.counts.error - a.counts.error ||
        b.counts.warning - a.counts.warning ||
        ((a.agency ?? '') < (b.agency ?? '') ? -1 : 1),
    );
  }
}
