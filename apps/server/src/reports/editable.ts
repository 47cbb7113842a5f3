import type { ReportRow } from '@nianbao/database';
import { ServiceError } from '../errors/service-error.ts';

const editableStates: ReadonlySet<string> = new Set(['draft', 'returned']);

/** Refuses to change the content of a report that is under review or public. */
export function assertEditable({ state }: ReportRow): void {
  if (!editableStates.has(state)) throw new ServiceError('NOT_EDITABLE');
}
