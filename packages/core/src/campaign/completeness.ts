import type { ReportState } from '../lifecycle/states.ts';
import type { DueDates } from './campaign.ts';

/** One report that is due, as it stands; dates are days in China, ISO. */
export interface DueReport {
  readonly agencyId: string;
  readonly name: string;
  readonly dates: DueDates;
  /** Null where nobody has begun. */
  readonly state: ReportState | null;
  /** The day on which it was first handed in, and first public. */
  readonly submittedOn: string | null;
  readonly publishedOn: string | null;
}

/** How far a report has come; what is public stays so while a correction is prepared. */
export type Progress = 'notStarted' | 'draft' | 'returned' | 'submitted' | 'approved' | 'published';

/** How far one report has come. */
export function progressOf({ state, publishedOn }: DueReport): Progress {
  if (publishedOn !== null) return 'published';
  if (state === null) return 'notStarted';
  return state === 'corrected' ? 'published' : state;
}

/** Done in time, done late, not done yet, not done and past the day. */
export type Timeliness = 'onTime' | 'late' | 'open' | 'overdue';

/** How something that was to be done by a day stands on another day; ISO dates. */
export function timelinessOf(by: string, doneOn: string | null, today: string): Timeliness {
  if (doneOn !== null) return doneOn <= by ? 'onTime' : 'late';
  return today <= by ? 'open' : 'overdue';
}

export interface MissingReport {
  readonly agencyId: string;
  readonly name: string;
  readonly progress: Progress;
  readonly overdue: boolean;
}

/**
 * Reports of a node and all below it, 件. Counted are only those that are due, so that no share is above one whole.
 * `missing` names those that are not public, in the order given.
 */
export interface Completeness {
  readonly due: number;
  readonly progress: Readonly<Record<Progress, number>>;
  readonly submission: Readonly<Record<Timeliness, number>>;
  readonly publication: Readonly<Record<Timeliness, number>>;
  readonly missing: readonly MissingReport[];
}

interface Counting {
  due: number;
  readonly progress: Record<Progress, number>;
  readonly submission: Record<Timeliness, number>;
  readonly publication: Record<Timeliness, number>;
  readonly missing: MissingReport[];
}

const nothing = (): Counting => ({
  due: 0,
  progress: { notStarted: 0, draft: 0, returned: 0, submitted: 0, approved: 0, published: 0 },
  submission: { onTime: 0, late: 0, open: 0, overdue: 0 },
  publication: { onTime: 0, late: 0, open: 0, overdue: 0 },
  missing: [],
});

function add(counting: Counting, report: DueReport, today: string): void {
  const progress = progressOf(report);
  const { submitBy, publishBy } = report.dates;
  const publication = timelinessOf(publishBy, report.publishedOn, today);
  counting.due += 1;
  counting.progress[progress] += 1;
  // What was published was handed in, at the latest on that day.
  counting.submission[timelinessOf(submitBy, report.submittedOn ?? report.publishedOn, today)] += 1;
  counting.publication[publication] += 1;
  if (progress !== 'published') {
    const { agencyId, name } = report;
    counting.missing.push({ agencyId, name, progress, overdue: publication === 'overdue' });
  }
}

export interface CompletenessNode {
  readonly id: string;
  readonly parent: string | null;
}

/**
 * Completeness and timeliness at every node of a tree, on a day. Each report counts at its own node and at every node
 * above; one whose agency is not in the tree is left out.
 */
export function completenessByNode(
  nodes: readonly CompletenessNode[],
  reports: readonly DueReport[],
  today: string,
): ReadonlyMap<string, Completeness> {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const counted = new Map(nodes.map(({ id }) => [id, nothing()]));
  for (const report of reports) {
    const seen = new Set<string>();
    for (let at: string | null = report.agencyId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      seen.add(at);
      const counting = counted.get(at);
      if (counting !== undefined) add(counting, report, today);
    }
  }
  return counted;
}
