import { describe, expect, test } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import { formatById } from '../formats/formats.ts';
import { keysAt } from '../formats/keys-at.ts';
import type { Explanation } from './explanation.ts';
import { answeredBy, explanationOf, explanationSchema, unexplainedWarnings } from './explanation.ts';

const warning: Finding = {
  rule: 'YEAR-JUMP',
  instance: 't3.received.total',
  severity: 'warning',
  cells: keysAt(formatById['2021'], { table: 't3', rows: ['received'], columns: ['total'] }),
  expected: 12,
  actual: 300,
  difference: 288,
  place: null,
  values: {},
  repair: null,
};
const facts = { 't3.received.total': 300 };
const explanation: Explanation = {
  answers: answeredBy(warning, facts),
  text: '本年集中受理一批征地补偿类申请。',
  by: 'editor',
  at: '2026-01-12T02:00:00Z',
};

describe('explanations', () => {
  test('answer the warning that they were written for, and survive storage', () => {
    const stored = explanationSchema.parse(JSON.parse(JSON.stringify(explanation)));
    expect(explanationOf(warning, facts, [stored])).toEqual(explanation);
    expect(unexplainedWarnings([warning], facts, [stored])).toEqual([]);
  });

  test.each<[string, Finding, Record<string, number>]>([
    ['another figure', warning, { 't3.received.total': 301 }],
    ['another expectation', { ...warning, expected: 13 }, facts],
    ['another case of the rule', { ...warning, instance: 't3.granted.total' }, facts],
    ['another rule', { ...warning, rule: 'YEAR-REPEATED' }, facts],
    [
      'other words',
      { ...warning, place: { kind: 'source', part: null, line: 1, column: 1, quote: '收到申请300件' } },
      facts,
    ],
  ])('do not answer %s', (_, finding, figures) => {
    expect(unexplainedWarnings([finding], figures, [explanation])).toEqual([finding]);
  });

  test('stay valid when a figure changes that the warning did not name', () => {
    expect(unexplainedWarnings([warning], { ...facts, 't3.granted.total': 3 }, [explanation])).toEqual([]);
  });

  test('are asked for warnings only', () => {
    const others = (['error', 'notice'] as const).map((severity) => ({ ...warning, severity }));
    expect(unexplainedWarnings(others, facts, [])).toEqual([]);
  });
});
