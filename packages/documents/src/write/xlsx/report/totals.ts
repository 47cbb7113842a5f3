import type { CellKey, CellValue, Facts, Format } from '@nianbao/core';
import { arithmeticTable } from '@nianbao/core';

const totals = new WeakMap<Format, ReadonlyMap<CellKey, readonly CellKey[]>>();

/**
 * The cells that an equation of the rules makes the sum of others, with those others. Where two equations give one cell
 * (表三, the total of all results), the shorter one does.
 */
export function totalsOf(format: Format): ReadonlyMap<CellKey, readonly CellKey[]> {
  const known = totals.get(format);
  if (known !== undefined) return known;
  const found = new Map<CellKey, readonly CellKey[]>();
  for (const { relation } of arithmeticTable(format).relations) {
    const [total, ...others] = relation.left;
    if (relation.comparison !== '=' || total === undefined || others.length > 0) continue;
    const before = found.get(total);
    if (before === undefined || relation.right.length < before.length) found.set(total, relation.right);
  }
  totals.set(format, found);
  return found;
}

/**
 * What stands in the place of a total. Its formula is written only where it gives the report's own figure; a figure that
 * differs or is missing stays as the report has it, and `note` says what the parts add up to.
 */
export type TotalContent = { readonly kind: 'formula'; readonly result: number } | TypedTotal;

interface TypedTotal {
  readonly kind: 'typed';
  readonly note: string | null;
}

function shown(value: CellValue | undefined): string {
  if (typeof value === 'number') return String(value);
  if (value === '/') return '“/”';
  return value === null || value === undefined ? '空白' : `“${value.unreadable}”`;
}

/** Decides for one total. All totals are counts, so that their sums are whole numbers. */
export function totalContent(facts: Facts, total: CellKey, parts: readonly CellKey[]): TotalContent {
  const value = facts[total];
  const numbers = parts.flatMap((key) => {
    const part = facts[key];
    return typeof part === 'number' ? [part] : [];
  });
  const sum = numbers.reduce((all, part) => all + part, 0);
  if (!Number.isSafeInteger(sum)) return { kind: 'typed', note: null };
  if (value === sum) return { kind: 'formula', result: sum };
  if (numbers.length === 0) return { kind: 'typed', note: null };
  const missing = parts.length - numbers.length;
  const among = missing === 0 ? '' : `（${parts.length}项中${missing}项没有数字）`;
  const gap = typeof value === 'number' ? `，相差${Math.abs(value - sum)}` : '';
  return {
    kind: 'typed',
    note: `各项之和为${sum}${among}，报告原为${shown(value)}${gap}。此处保留报告原样，未作改动。`,
  };
}
