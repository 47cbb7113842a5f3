import type { CellValue } from '@nianbao/core';

/** A figure as documents show it: digits without grouping, nothing for blank, “/”, and what could not be read as it stood. */
export function figureText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? value.unreadable : String(value);
}
