import { isDeepStrictEqual } from 'node:util';
import type { Change, Report } from '@nianbao/core';
import { cellSchema, fieldOf, findCell, formatOf, inverseOf } from '@nianbao/core';
import type { FieldChange } from '@nianbao/database';
import { ServiceError } from '../errors/service-error.ts';

/** What a change sets, without the name of the field that it sets it in. */
function newValue(change: Change): unknown {
  switch (change.kind) {
    case 'fact':
    case 'head':
      return change.value;
    case 'preface':
      return change.blocks;
    case 'section':
      return { title: change.title, blocks: change.blocks };
  }
}

/** The changes that alter something in a report: the last one for each field, without those that change nothing. */
export function alterations(report: Report, changes: readonly Change[]): Change[] {
  const latest = new Map(changes.map((change) => [fieldOf(change), change]));
  return [...latest.values()].filter(
    (change) => !isDeepStrictEqual(newValue(inverseOf(report, change)), newValue(change)),
  );
}

/** A change as the history keeps it: the field with its value before and after. */
export function fieldChange(report: Report, change: Change): FieldChange {
  return { field: fieldOf(change), before: newValue(inverseOf(report, change)), after: newValue(change) };
}

/**
 * Refuses changes of cells that the format does not have, of values that a cell cannot hold, of sections that are not
 * there.
 */
export function assertApplicable(report: Pick<Report, 'format' | 'sections'>, changes: readonly Change[]): void {
  const format = formatOf(report);
  const issues = changes.flatMap((change, position) => {
    const path = ['changes', position];
    if (change.kind === 'section' && report.sections[change.position] === undefined) {
      return [{ path, message: `没有第 ${change.position + 1} 部分 / there is no section ${change.position + 1}` }];
    }
    if (change.kind !== 'fact') return [];
    const cell = format === null ? undefined : findCell(format, change.key);
    if (cell === undefined) return [{ path, message: `没有数据项 ${change.key} / there is no cell ${change.key}` }];
    const message = cellSchema(cell).safeParse(change.value).error?.issues[0]?.message;
    return message === undefined ? [] : [{ path, message: `${change.key}: ${message}` }];
  });
  if (issues.length > 0) throw new ServiceError('BAD_INPUT', { issues });
}
