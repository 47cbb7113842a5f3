import type { Grant, Lifecycle } from '@nianbao/core';
import { applyMove, ruleSetVersion } from '@nianbao/core';
import type { ReportRow } from '@nianbao/database';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';

/**
 * Where a report stands after a person changes its figures, words or explanations: an approval is gone, and they count
 * among its editors. Throws `NOT_EDITABLE` while it is under review or public.
 */
export function editedLifecycle(
  { person, now }: PersonContext,
  { lifecycle, content }: ReportRow,
  grants: readonly Grant[],
): Lifecycle {
  const subject = { report: content, explanations: [], findings: [], ruleSetVersion };
  const actor = { id: person.id, grants };
  const result = applyMove(lifecycle, { move: 'edit', actor, at: now.toISOString(), reason: null, subject });
  if (result.ok) return result.lifecycle;
  throw new ServiceError(result.refusals.some(({ code }) => code === 'not-allowed') ? 'NOT_ALLOWED' : 'NOT_EDITABLE');
}
