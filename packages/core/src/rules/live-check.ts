import type { CellValue } from '../figures/facts.ts';
import { figureOf } from '../figures/facts.ts';
import type { Finding } from '../findings/finding.ts';
import type { CellKey } from '../formats/format.ts';
import { findCell } from '../formats/formats.ts';
import type { Report } from '../report/report.ts';
import { formatOf } from '../report/report.ts';
import { arithmeticFinding } from './arithmetic-finding.ts';
import { ArithmeticSession } from './arithmetic-session.ts';
import { ruleSetVersion, rules } from './catalogue.ts';
import type { CheckResult, NotAssessed } from './check.ts';
import { gradedArithmetic } from './check.ts';
import { applies, cellsRead, checkInput, missingInputs } from './check-input.ts';
import { inOrder } from './order.ts';
import { predicateFindings } from './predicate-findings.ts';
import type { CheckContext, CheckInput, PredicateRule } from './rule.ts';

/** Everything of a report that an editor changes besides its figures. */
export type ReportText = Omit<Report, 'agency' | 'year' | 'format' | 'facts'>;

/** A check that stays open while a report is edited: it re-judges what a change touches and nothing else. */
export interface LiveCheck {
  /** Puts a value into a cell. Throws a RangeError for a key that the report's format does not have. */
  setFact(key: CellKey, value: CellValue): void;
  /** Replaces parts of the text: title, preface, sections, dates, contact. */
  setText(text: Partial<ReportText>): void;
  /** The same result as `checkReport` would give of the report as it now stands. */
  result(): CheckResult;
  findings(): readonly Finding[];
  /** The report as it now stands. */
  report(): Report;
}

/** Opens a check of a report for editing; takes the same context as `checkReport`. */
export function openCheck(report: Report, context: Partial<CheckContext> = {}): LiveCheck {
  return new OpenCheck(report, context);
}

class OpenCheck implements LiveCheck {
  #input: CheckInput;
  readonly #facts: Record<string, CellValue>;
  readonly #arithmetic: ArithmeticSession | null;
  readonly #predicates: readonly PredicateRule[];
  readonly #notAssessed: readonly NotAssessed[];
  readonly #readersOf = new Map<string, PredicateRule[]>();
  /** What each predicate last found; one that is missing here has to run again. */
  readonly #found = new Map<PredicateRule, readonly Finding[]>();
  #result: CheckResult | null = null;

  constructor(report: Report, context: Partial<CheckContext>) {
    this.#facts = { ...report.facts };
    this.#input = checkInput({ ...report, facts: this.#facts }, context);
    const { row, format } = this.#input;
    this.#arithmetic = formatOf(report) === null ? null : new ArithmeticSession(row);
    const applicable = rules.filter((rule) => rule.kind === 'predicate').filter((rule) => applies(rule, this.#input));
    const needsOf = (rule: PredicateRule) => missingInputs(rule, this.#input);
    this.#predicates = applicable.filter((rule) => needsOf(rule).length === 0);
    this.#notAssessed = applicable
      .map((rule) => ({ rule: rule.id, needs: needsOf(rule) }))
      .filter(({ needs }) => needs.length > 0);
    for (const rule of this.#predicates) {
      for (const key of cellsRead(rule, format)) {
        const readers = this.#readersOf.get(key);
        if (readers === undefined) this.#readersOf.set(key, [rule]);
        else readers.push(rule);
      }
    }
  }

  setFact(key: CellKey, value: CellValue): void {
    const cell = formatOf(this.#input.report) === null ? undefined : findCell(this.#input.format, key);
    if (cell === undefined) throw new RangeError(`the report has no cell ${key}`);
    const figure = figureOf(cell.kind, value);
    this.#facts[key] = value;
    this.#arithmetic?.set(cell.index, figure.state, figure.value);
    this.#forget(this.#readersOf.get(key) ?? []);
  }

  setText(text: Partial<ReportText>): void {
    this.#input = { ...this.#input, report: { ...this.#input.report, ...text } };
    this.#forget(this.#predicates.filter((rule) => rule.readsText || cellsRead(rule, this.#input.format).length === 0));
  }

  result(): CheckResult {
    this.#result ??= { findings: this.#collect(), notAssessed: this.#notAssessed, ruleSetVersion };
    return this.#result;
  }

  findings(): readonly Finding[] {
    return this.result().findings;
  }

  report(): Report {
    return { ...this.#input.report, facts: { ...this.#facts } };
  }

  #forget(stale: readonly PredicateRule[]): void {
    for (const rule of stale) this.#found.delete(rule);
    this.#result = null;
  }

  #collect(): readonly Finding[] {
    const findings: Finding[] = [];
    const session = this.#arithmetic;
    if (session !== null) {
      const broken = session.broken().map((relation) => arithmeticFinding(session.table, session.row, relation));
      findings.push(...gradedArithmetic(this.#input, broken));
    }
    for (const rule of this.#predicates) {
      const found = this.#found.get(rule) ?? predicateFindings(rule, this.#input);
      this.#found.set(rule, found);
      for (const finding of found) findings.push(finding);
    }
    return inOrder(formatOf(this.#input.report), findings);
  }
}
