import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatById, formats } from '../formats/formats.ts';
import { writtenReports } from '../testing/written-reports.ts';
import type { Change } from './change.ts';
import { applyChanges } from './change.ts';
import { reportDigest } from './digest.ts';
import { haveSameWords, keepReport, restoreReport } from './kept-report.ts';
import { emptyReport } from './report.ts';

const throughJson = (value: unknown) => JSON.parse(JSON.stringify(value));

describe.each(formats.map((format) => ({ format })))('a report in the format of $format.id', ({ format }) => {
  it('comes back as it was kept', () => {
    fc.assert(
      fc.property(writtenReports(format), (report) => {
        const { content, figures } = keepReport(report);
        const again = restoreReport({ content: throughJson(content), figures });
        const filled = Object.entries(report.facts).filter(([, value]) => value !== null);
        expect(again).toEqual({ ...report, facts: Object.fromEntries(filled) });
        expect(reportDigest(again)).toBe(reportDigest(report));
      }),
      { numRuns: 20 },
    );
  });
});

describe('what is kept', () => {
  const empty = emptyReport('云溪县林业局', 2025, formatById['2021']);

  it('has figures in bytes alone, and in words only what is no figure', () => {
    const facts = { 't3.received.total': 4, 't2.fees.amount': 0.1, 't3.granted.total': '/' as const };
    const unread = { 't3.partial.total': { unreadable: '十余件' } };
    const { content, figures } = keepReport({ ...empty, facts: { ...facts, ...unread } });
    expect(content.facts).toEqual(unread);
    expect(figures?.length).toBeLessThan(100);
    expect(restoreReport({ content, figures }).facts).toEqual({ ...facts, ...unread });
  });

  it('is the report itself where it has no official tables', () => {
    const early = { ...empty, year: 2015, format: null };
    expect(keepReport(early)).toEqual({ content: early, figures: null });
    expect(restoreReport({ content: early, figures: null })).toEqual(early);
  });

  it.each<[string, boolean, Change]>([
    ['a figure', true, { kind: 'fact', key: 't3.received.total', value: 5 }],
    ['a cell that is emptied', true, { kind: 'fact', key: 't3.received.total', value: null }],
    ['a text in a cell', false, { kind: 'fact', key: 't3.received.total', value: { unreadable: '五' } }],
    ['a figure for a text in a cell', false, { kind: 'fact', key: 't3.partial.total', value: 1 }],
    ['a title', false, { kind: 'head', field: 'title', value: '年度报告' }],
    ['a paragraph', false, { kind: 'preface', blocks: [{ kind: 'paragraph', text: '一' }] }],
  ])('after a change of %s has the same words: %s', (_, same, change) => {
    const facts = { 't3.received.total': 4 };
    const unread = { 't3.partial.total': { unreadable: '十余件' } };
    const before = { ...empty, facts: change.kind === 'fact' && change.value === 1 ? unread : facts };
    const after = applyChanges(before, [change]);
    expect(haveSameWords(before, after)).toBe(same);
    const kept = keepReport(after);
    const content = same ? keepReport(before).content : kept.content;
    expect(reportDigest(restoreReport({ content, figures: kept.figures }))).toBe(reportDigest(after));
  });
});
