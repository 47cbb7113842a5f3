import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatById } from '../formats/formats.ts';
import { canonicalJson, digestOf, reportDigest } from './digest.ts';
import type { Report } from './report.ts';
import { emptyReport, reportSchema } from './report.ts';

const empty = emptyReport('云溪县林业局', 2025, formatById['2021']);
const report: Report = {
  ...empty,
  preface: [{ kind: 'paragraph', text: '根据条例编制。' }],
  facts: { 't3.received.total': 4, 't2.fees.amount': 0.1, 't3.granted.total': '/' },
};

describe('the digest of a report', () => {
  test('is a SHA-256 in hexadecimal that does not change with time or place', () => {
    expect(reportDigest(report)).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOf('test', { b: 1, a: ['é'] })).toBe(
      '98497d3338a25945020d4b10cecc8b7340340dc5962d967d5ae8f1beffed390a',
    );
  });

  test.each<[string, Report]>([
    ['a round trip through JSON', reportSchema.parse(JSON.parse(JSON.stringify(report)))],
    ['another order of keys', { ...report, facts: Object.fromEntries(Object.entries(report.facts).reverse()) }],
    ['a blank cell written out', { ...report, facts: { ...report.facts, 't3.partial.total': null } }],
    ['the day of publication', { ...report, publishedOn: '2026-01-20' }],
  ])('stays the same after %s', (_, same) => {
    expect(reportDigest(same)).toBe(reportDigest(report));
  });

  test('takes the composed and the decomposed form of a character for the same', () => {
    const [composed, decomposed] = ['\u00e9', 'e\u0301'].map((title) => reportDigest({ ...report, title }));
    expect(composed).toBe(decomposed);
  });

  test.each<[string, Report]>([
    ['a figure', { ...report, facts: { ...report.facts, 't3.received.total': 5 } }],
    ['zero instead of blank', { ...report, facts: { ...report.facts, 't3.partial.total': 0 } }],
    ['blank instead of “/”', { ...report, facts: { ...report.facts, 't3.granted.total': null } }],
    ['unreadable', { ...report, facts: { ...report.facts, 't3.granted.total': { unreadable: '/' } } }],
    ['a word', { ...report, preface: [{ kind: 'paragraph', text: '根据条例编写。' }] }],
    ['the kind of a block', { ...report, preface: [{ kind: 'heading', level: 2, text: '根据条例编制。' }] }],
    ['a heading', { ...report, sections: report.sections.map((section) => ({ ...section, title: '某' })) }],
    ['the order of sections', { ...report, sections: report.sections.toReversed() }],
    ['the agency', { ...report, agency: '云溪县教育局' }],
    ['the day of writing', { ...report, writtenOn: '2026-01-12' }],
    ['the format', { ...report, format: '2019' }],
  ])('changes with %s', (_, other) => {
    expect(reportDigest(other)).not.toBe(reportDigest(report));
  });

  test('any two different figures in any cell give different digests', () => {
    const cell = fc.constantFrom(...formatById['2021'].cells);
    const value = fc.oneof(fc.nat(), fc.constantFrom(null, '/' as const), fc.record({ unreadable: fc.string() }));
    fc.assert(
      fc.property(cell, value, value, ({ key }, first, second) => {
        fc.pre(canonicalJson(first) !== canonicalJson(second));
        const digest = (figure: typeof first) => reportDigest({ ...report, facts: { ...report.facts, [key]: figure } });
        expect(digest(first)).not.toBe(digest(second));
      }),
    );
  });

  test('the canonical form of any JSON value reads back as that value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: true }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
