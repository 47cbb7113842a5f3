import type { Report } from '@nianbao/core';
import { reportSchema } from '@nianbao/core';

/**
 * Whether every text in a value is whole Unicode without NUL: the database holds nothing else, and nothing else is
 * text that a person wrote.
 */
export function isStorable(value: unknown): boolean {
  // What comes from outside may be nested deeper than calls can be.
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') {
      if (!next.isWellFormed() || next.includes('\0')) return false;
    } else if (Array.isArray(next)) for (const member of next) open.push(member);
    else if (typeof next === 'object' && next !== null) {
      for (const [key, member] of Object.entries(next)) open.push(key, member);
    }
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
