import type { Lifecycle, MoveSubject, Report } from '@nianbao/core';
import { applyMove, ruleSetVersion } from '@nianbao/core';
import type { Database, ReportRow } from '@nianbao/database';
import type { OpenedReport } from '../access/opened-report.ts';
import type { Standing } from '../access/standing.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { judge } from './judgement.ts';

type EditContext = PersonContext & { readonly opened: Standing };
type ReportContext = PersonContext & { readonly opened: OpenedReport };

/** Only acceptances ask what is in a report that is edited. */
const notAsked: MoveSubject = {
  get report(): Report {
    throw new Error('an edit of a report that nobody has accepted was judged by its content');
  },
  ...{ explanations: [], attachments: [], findings: [], ruleSetVersion },
};

function afterEdit({ person, now, opened }: EditContext, lifecycle: Lifecycle, subject: MoveSubject): Lifecycle {
  const { grants, lineage } = opened;
  const actor = { id: person.id, grants };
  const request = { move: 'edit', actor, lineage, at: now.toISOString(), reason: null, subject } as const;
  const result = applyMove(lifecycle, request);
  if (result.ok) return result.lifecycle;
  throw new ServiceError(result.refusals.some(({ code }) => code === 'not-allowed') ? 'NOT_ALLOWED' : 'NOT_EDITABLE');
}

/** Whether `unacceptedLifecycle` tells where a report stands after an edit. */
export const isUnaccepted = ({ acceptances }: Lifecycle): boolean => acceptances.length === 0;

/** The same as `editedLifecycle` for a report that nobody has accepted, which needs no query and none of its content. */
export const unacceptedLifecycle = (context: EditContext, lifecycle: Lifecycle): Lifecycle =>
  afterEdit(context, lifecycle, notAsked);

/**
 * Where a report stands after a person changes its figures, words, explanations or public files: an approval is gone, and
 * they count among its editors. To be asked before anything is written. Throws `NOT_EDITABLE` while the report is under
 * review, accepted further up or public.
 */
export async function editedLifecycle(
  context: ReportContext,
  transaction: Database,
  report: ReportRow,
): Promise<Lifecycle> {
  const { lifecycle } = report;
  if (isUnaccepted(lifecycle)) return unacceptedLifecycle(context, lifecycle);
  return afterEdit(context, lifecycle, (await judge(transaction, report, context.opened.agency)).subject);
}
