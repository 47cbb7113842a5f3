import type { AgencyProfile } from '../agencies/agency.ts';
import type { FigureRow } from '../figures/figure-row.ts';
import type { Finding, Place, Severity } from '../findings/finding.ts';
import type { FindingKind } from '../findings/message.ts';
import type { CellKey, Format } from '../formats/format.ts';
import type { Report } from '../report/report.ts';
import type { RegionSettings } from './region-settings.ts';

/**
 * When a report is checked: a `draft` may have blanks; an `import` is judged as what it claims to be; at `publication`
 * everything must be there.
 */
export type CheckStage = 'draft' | 'import' | 'publication';

/** A report that counts towards a government's roll-up, or is missing from it (report null). */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: 'ownOffice' | 'organ' | 'lowerGovernment';
  readonly profile: AgencyProfile | null;
  readonly report: Report | null;
}

/** What a campaign expects and what it got, for the rule that every body has exactly one report. */
export interface Roster {
  readonly due: readonly { readonly id: string; readonly name: string }[];
  readonly filed: readonly { readonly agency: string; readonly report: string }[];
}

/** What is known of a report's publication. Instants and dates are ISO; digests as made by `reportDigest`. */
export interface Publication {
  readonly deadline: string | null;
  /** Reports read from the files attached to the public page. */
  readonly attachments: readonly { readonly name: string; readonly report: Report }[];
  /** Every version that was public, oldest first, with its 更正说明. */
  readonly versions: readonly { readonly digest: string; readonly note: string | null }[];
}

/** Documents issued jointly: which body leads, and who counted them (条例 art. 10). */
export interface JointDocument {
  readonly title: string;
  readonly lead: string;
  readonly countedBy: readonly string[];
}

/** What a check may be given besides the report; null means not known, and rules that need it are not assessed. */
export interface CheckContext {
  readonly stage: CheckStage;
  readonly settings: RegionSettings;
  /** What is known of the organ; where nothing is given, what its name tells. */
  readonly agency: AgencyProfile | null;
  /** The same organ's published report of the year before. */
  readonly prior: Report | null;
  /** The prior year's figures as this year's report restates them, by cell key in their unit. */
  readonly restated: Readonly<Record<string, number>> | null;
  readonly members: readonly Member[] | null;
  readonly jointDocuments: readonly JointDocument[] | null;
  readonly roster: Roster | null;
  /** Other organs' reports of the same year, to find repeated text. */
  readonly peers: readonly { readonly name: string; readonly report: Report }[] | null;
  readonly publication: Publication | null;
  /** Cells whose figures the file shows though reading it could not tell which is whose; they are no lack of content. */
  readonly refused: readonly CellKey[];
}

/** Inputs that a rule may need; `powers` are those of the agency. */
export type OptionalInput =
  | 'agency'
  | 'powers'
  | 'prior'
  | 'restated'
  | 'members'
  | 'jointDocuments'
  | 'roster'
  | 'peers'
  | 'publication';

/** What a rule is given: the report, its figures as a row, and the context. */
export interface CheckInput extends CheckContext {
  readonly powers: AgencyProfile['powers'];
  readonly report: Report;
  readonly format: Format;
  readonly row: FigureRow;
}

interface RuleFacts extends FindingKind {
  /** Number in the list of the field's rules (1 to 50); a number may have several rules of different severity. */
  readonly number: number;
  readonly severity: Severity;
  /** False where law or the printed form fixes the severity; else a region may regrade or switch it off. */
  readonly regradable: boolean;
  /** Article, notice or practice that the rule rests on. */
  readonly basis: string;
  /** Inputs without which the rule is “not assessed”. */
  readonly needs: readonly OptionalInput[];
  /** Inputs of which one is enough; without any of them the rule is “not assessed”. */
  readonly needsOneOf?: readonly OptionalInput[];
}

/**
 * Σ left (comparison) Σ right, over cells of one unit. `left` is the side that a person is asked to compare with the
 * other; a side without cells is 0. Besides `values`, the message may use {left} and {right}, the two sums with “≥”
 * where some of their cells hold no figure, and {gap}, the difference without its sign.
 */
export interface LinearRelation {
  readonly instance: string | null;
  readonly left: readonly CellKey[];
  readonly comparison: '=' | '<=' | '>=';
  readonly right: readonly CellKey[];
  /** Further message values, such as the column's label. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** A rule of arithmetic within one report, bound once into a sparse table. */
export interface LinearRule extends RuleFacts {
  readonly kind: 'linear';
  relations(format: Format): readonly LinearRelation[];
}

/** What a rule says of one failure; the engine adds the rule's id and graded severity. */
export interface Failure {
  readonly instance?: string | null;
  /** Where one rule has failures of two grades, the grade of this one. */
  readonly severity?: Severity;
  readonly cells?: readonly CellKey[];
  readonly expected?: number | string | null;
  readonly actual?: number | string | null;
  readonly difference?: number | null;
  readonly place?: Place | null;
  readonly values?: Finding['values'];
  /** What the figure should be, where the failure itself says so. */
  readonly repair?: Finding['repair'];
}

/** A rule that is a predicate over cells, text or context. */
export interface PredicateRule extends RuleFacts {
  readonly kind: 'predicate';
  /** Which cells it reads, so that a changed cell re-checks only its rules; empty for rules on text alone. */
  cells(format: Format): readonly CellKey[];
  /** True where the rule reads the report's text, so that a changed text re-checks it. */
  readonly readsText: boolean;
  check(input: CheckInput): Iterable<Failure>;
}

export type Rule = LinearRule | PredicateRule;
