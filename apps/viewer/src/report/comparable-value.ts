import type { Cell, CellValue, Facts, FormatId } from '@nianbao/core';
import { findCell, formatById } from '@nianbao/core';

/** What another year's report says in the cell that counts the same thing. */
export type Comparable =
  | { readonly kind: 'value'; readonly value: CellValue | undefined }
  /** The other year's format counts something else there, or nothing. */
  | { readonly kind: 'different' };

/**
 * The value of a cell in another year. Between formats only 表三 and 表四 keep their meaning: 表二 was re-defined, and
 * 其他处理 was split. Such figures are never set side by side.
 */
export function comparableValue(
  cell: Cell,
  format: FormatId,
  other: { readonly format: FormatId | null; readonly facts: Facts },
): Comparable {
  if (other.format === null) return { kind: 'different' };
  const same = other.format === format;
  const kept = same || (cell.table !== 't2' && findCell(formatById[other.format], cell.key) !== undefined);
  return kept ? { kind: 'value', value: other.facts[cell.key] } : { kind: 'different' };
}
