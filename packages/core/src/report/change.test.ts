import { describe, expect, test } from 'vitest';
import { formatById } from '../formats/formats.ts';
import type { Change } from './change.ts';
import { applyChange, applyChanges, changeSchema, changesBetween, fieldOf, inverseOf } from './change.ts';
import type { Report } from './report.ts';
import { emptyReport } from './report.ts';

const report: Report = {
  ...emptyReport('云溪县林业局', 2025, formatById['2021']),
  indexNumber: '003',
  facts: { 't3.received.total': 4 },
};

const changes: readonly Change[] = [
  { kind: 'fact', key: 't3.received.total', value: 5 },
  { kind: 'fact', key: 't3.carriedIn.total', value: '/' },
  { kind: 'head', field: 'title', value: '新标题' },
  { kind: 'head', field: 'writtenOn', value: '2026-01-12' },
  { kind: 'head', field: 'indexNumber', value: null },
  {
    kind: 'head',
    field: 'contact',
    value: { name: '办公室', address: null, postcode: null, phones: ['0990-1234567'], emails: [] },
  },
  { kind: 'preface', blocks: [{ kind: 'paragraph', text: '根据条例编制。' }] },
  { kind: 'section', position: 4, title: '五、存在的主要问题及改进情况', blocks: [{ kind: 'paragraph', text: '……' }] },
];

describe('changes of a report', () => {
  test.each(changes.map((change) => [fieldOf(change), change] as const))('%s is made and taken back', (_, change) => {
    const changed = applyChange(report, change);
    expect(changed).not.toEqual(report);
    const back = applyChange(changed, inverseOf(report, change));
    expect(changesBetween(report, back)).toEqual([]);
    expect(changeSchema.parse(JSON.parse(JSON.stringify(change)))).toEqual(change);
  });

  test('the changes between two reports turn the one into the other', () => {
    const target = applyChanges(report, changes);
    expect(applyChanges(report, changesBetween(report, target))).toEqual(target);
  });

  test('what a change does not name stays the same object', () => {
    const changed = applyChange(report, { kind: 'fact', key: 't3.granted.total', value: 1 });
    expect(changed.sections).toBe(report.sections);
  });
});
