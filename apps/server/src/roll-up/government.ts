import type { Addition } from '@nianbao/core';
import { findCell, formatOf, profileFromName } from '@nianbao/core';
import type { AgencyRow, ReportRow, RollUpAdditionRow } from '@nianbao/database';

/** Whether an agency is a government with organs under it, from what is recorded or else from its name. */
export function isGovernment({ kind, name }: Pick<AgencyRow, 'kind' | 'name'>): boolean {
  return (kind ?? profileFromName(name).kind) === 'government';
}

/** The own additions of a report, as core takes them: those whose cells its format has. */
export function additionsOf(report: ReportRow, rows: readonly RollUpAdditionRow[]): readonly Addition[] {
  const format = formatOf(report.content);
  return rows.flatMap(({ reportId, key, value, reason }) => {
    const cell = format === null || reportId !== report.id ? undefined : findCell(format, key);
    return cell === undefined ? [] : [{ key: cell.key, value, reason }];
  });
}
