import { expect, test } from 'vitest';
import { exampleReport } from '../testing/example-report.ts';
import { lostNumbers } from './numbering.ts';
import { narrativeOf } from './passages.ts';

const missing = (...lines: string[]) => {
  const report = exampleReport();
  const [overview] = report.sections;
  if (overview === undefined) throw new Error('no section');
  const blocks = lines.map((text) => ({ kind: 'paragraph' as const, text }));
  return lostNumbers(narrativeOf({ ...report, sections: [{ ...overview, blocks }] })).map((one) => one.missing);
};

test('NUMBERING-LOST: numbers in order, lists within lists, and closing brackets are no loss', () => {
  expect(missing('（一）甲', '（二）乙', '（三）丙')).toEqual([]);
  expect(missing('（一）甲', '（一）子', '（二）丑', '（二）乙', '（三）丙')).toEqual([]);
  expect(missing('（一）甲', '（二）乙', '（三）丙', '（一）子', '（二）丑', '（四）丁')).toEqual([]);
  expect(missing('联系办公室（电话', '）即可', '（一）甲')).toEqual([]);
});

test('NUMBERING-LOST: a step left out and numbers cut away', () => {
  expect(missing('（一）甲', '（二）乙', '（四）丁')).toEqual(['（三）']);
  expect(missing('（一）甲', '（二）乙', ')丙', '）丁', '（五）戊')).toEqual(['（三）', '（四）']);
  expect(missing('（一）甲。\n）乙。\n（三）丙。')).toEqual(['（二）']);
});
