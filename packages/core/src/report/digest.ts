import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Report } from './report.ts';

function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => `${JSON.stringify(key.normalize('NFC'))}:${canonical(member)}`);
    return `{${members.sort().join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/**
 * One text for everything that means the same JSON: members in the order of their names, strings in Unicode NFC, members
 * that are undefined left out.
 */
export function canonicalJson(value: unknown): string {
  return canonical(value);
}

/** SHA-256 of the canonical form, in hexadecimal. `purpose` keeps digests of different things apart. */
export function digestOf(purpose: string, value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(`${purpose}\n${canonical(value)}`)));
}

/**
 * The digest that names a report's content: head, words, cells and their states. A cell that is left out is the same as
 * a blank one. The day of publication is not content: it is set by publishing what was approved.
 */
export function reportDigest(report: Report): string {
  const { publishedOn: _, facts, ...content } = report;
  const filled = Object.entries(facts).filter(([, value]) => value !== null);
  return digestOf('nianbao report 1', { ...content, facts: Object.fromEntries(filled) });
}
