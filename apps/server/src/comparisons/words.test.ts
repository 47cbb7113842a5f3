import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords } from './words.ts';

test('words and figures that changed, and no more', () => {
  expect(compareWords('全年收到申请21件，办结19件。', '全年共收到申请23件，办结19件。')).toEqual([
    { change: 'none', text: '全年' },
    { change: 'added', text: '共' },
    { change: 'none', text: '收到申请' },
    { change: 'removed', text: '21' },
    { change: 'added', text: '23' },
    { change: 'none', text: '件，办结19件。' },
  ]);
});

test('both texts can be read off, whatever they are', () => {
  const text = fc.string({
    unit: fc.constantFrom('公开', '政府', '信息', '21', '件', '，', ' ', '\n', '𠮷', 'a'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const words = compareWords(before, after);
      const side = (left: string) => words.flatMap(({ change, text: part }) => (change === left ? [] : part)).join('');
      expect(side('added')).toBe(before);
      expect(side('removed')).toBe(after);
      if (before === after) expect(words.every(({ change }) => change === 'none')).toBe(true);
    }),
  );
});

test('two texts with nothing in common are given whole', () => {
  const [before, after] = ['甲、'.repeat(3000), '乙；'.repeat(3000)];
  expect(compareWords(before, after)).toEqual([
    { change: 'removed', text: before },
    { change: 'added', text: after },
  ]);
});
