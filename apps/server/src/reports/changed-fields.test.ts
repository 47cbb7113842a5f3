import type { Change } from '@nianbao/core';
import { applyChanges, fieldOf } from '@nianbao/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soundReport } from '../testing/reports.ts';
import { alterations, fieldChange } from './changed-fields.ts';

const report = soundReport();
const keys = ['t2.licences.decisions', 't3.received.total', 't3.granted.naturalPerson'] as const;

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('fact' as const),
    key: fc.constantFrom(...keys),
    value: fc.oneof(fc.nat({ max: 3 }), fc.constant(null), fc.constant('/' as const)),
  }),
  fc.record({
    kind: fc.constant('head' as const),
    field: fc.constant('title' as const),
    value: fc.constantFrom(report.title, '甲', '乙'),
  }),
  fc.record({
    kind: fc.constant('section' as const),
    position: fc.nat({ max: 5 }),
    title: fc.constantFrom('总体情况', '其他'),
    blocks: fc.array(fc.record({ kind: fc.constant('paragraph' as const), text: fc.constantFrom('甲', '乙') })),
  }),
);

test('what is written of many changes is what all of them come to, each field once and only where it differs', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 12 }), (changes) => {
      const altered = alterations(report, changes);
      expect(applyChanges(report, altered)).toEqual(applyChanges(report, changes));
      expect(new Set(altered.map(fieldOf)).size).toBe(altered.length);
      for (const { before, after } of altered.map((change) => fieldChange(report, change))) {
        expect(after).not.toEqual(before);
      }
    }),
  );
});

test('a change that has been made alters nothing any more', () => {
  fc.assert(
    fc.property(anyChange, (change) => {
      expect(alterations(applyChanges(report, [change]), [change])).toEqual([]);
    }),
  );
});
