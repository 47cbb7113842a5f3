import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, it } from 'vitest';
import { formats } from '../formats/formats.ts';
import { ruleSetVersion, rules } from './catalogue.ts';
import { defaultRegionSettings } from './region-settings.ts';

/** What the rules say of themselves as data; a change in it gives other findings or other words for the same report. */
function fingerprint(): string {
  const rows = rules.map(({ id, number, severity, regradable, basis, needs, ...rule }) => [
    [id, number, severity, regradable, basis, needs, rule.title, rule.message, rule.instruction],
    formats.map((format) => (rule.kind === 'linear' ? rule.relations(format) : rule.cells(format))),
  ]);
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([rows, defaultRegionSettings])))).slice(0, 16);
}

/** Set both when a rule changes: the version in `catalogue.ts`, and here the fingerprint that the failure shows. */
const stands = { version: '2026.1', fingerprint: '274f6b4062d0fd4a' };

it('has a version of its own for every state of the rules', () => {
  expect({ version: ruleSetVersion, fingerprint: fingerprint() }).toEqual(stands);
});
