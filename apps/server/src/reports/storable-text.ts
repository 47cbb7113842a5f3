import type { Report } from '@nianbao/core';
import { reportSchema } from '@nianbao/core';

/**
 * Whether every text in a value is whole Unicode without NUL: the database holds nothing else, and nothing else is
 * text that a person wrote.
 */
export function isStorable(value: unknown): boolean {
  // Without recursion: what a stranger sends may be nested as deep as a request is long.
  const open = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === 'string' && (!one.isWellFormed() || one.includes('\0'))) return false;
    if (typeof one !== 'object' || one === null) continue;
    for (const [key, member] of Object.entries(one)) {
      if (!Array.isArray(one)) open.push(key);
      open.push(member);
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
