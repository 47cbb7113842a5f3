import type { Report } from '@nianbao/core';
import { reportSchema } from '@nianbao/core';

/**
 * Whether every text in a value is whole Unicode without NUL: the database holds nothing else, and nothing else is
 * text that a person wrote.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).every(([key, member]) => isStorable(key) && isStorable(member));
  }
  return true;
}

export const storableMessage =
  '含有无法保存的字符，请删除后重试 / contains characters that cannot be stored: remove them';

function cleaned(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;
}

/** A report read from a file without the bytes that are no text and cannot be stored. */
export function withoutUnstorable(report: Report): Report {
  return isStorable(report) ? report : reportSchema.parse(JSON.parse(JSON.stringify(report, cleaned)));
}
