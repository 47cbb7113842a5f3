import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, sourceRange } from './folded-text.ts';

test.each([
  ['共 3119 件', '共3119件'],
  ['共３１１９件，占１２．５％', '共3119件，占12.5%'],
  ['申请\n31 件', '申请31件'],
  ['受理申请,答复(含结转)', '受理申请，答复（含结转）'],
  ['1,234件, 9:30', '1,234件，9:30'],
  ['云政办[2024]3号', '云政办〔2024〕3号'],
  ['12 30', '12 30'],
  ['二〇二四年', '二零二四年'],
])('folds “%s” to “%s”', (source, text) => {
  expect(foldText(source).text).toBe(text);
});

test('a line break in a paragraph ends a sentence only before a number or after its mark', () => {
  expect(foldText('全年收到\n申请3件\n（二）监督').text).toBe('全年收到申请3件\n（二）监督');
  expect(foldText('已办结。\n另有').text).toBe('已办结。\n另有');
  expect(foldText('甲\n乙', true).text).toBe('甲\n乙');
});

test('a stretch of folded text points back at the source', () => {
  const source = '全年 共收到 １２ 件。';
  const folded = foldText(source);
  const at = folded.text.indexOf('12件');
  const { start, end } = sourceRange(folded, at, at + 3);
  expect(source.slice(start, end)).toBe('１２ 件');
});

const sources = fc
  .array(
    fc.constantFrom(
      '共',
      '收到',
      ' ',
      '　',
      '\n',
      '1',
      '２',
      ',',
      '，',
      '件',
      '(',
      '）',
      '[',
      '%',
      'A',
      '。',
      '（一）',
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

test('folded characters keep the order of the source, and every stretch lies inside it', () => {
  fc.assert(
    fc.property(sources, (source) => {
      const folded = foldText(source);
      for (let at = 1; at < folded.text.length; at += 1) {
        expect(folded.offsets[at]).toBeGreaterThan(folded.offsets[at - 1] ?? -1);
      }
      const whole = sourceRange(folded, 0, folded.text.length);
      expect(whole.start).toBeGreaterThanOrEqual(0);
      expect(whole.end).toBeLessThanOrEqual(source.length);
    }),
  );
});
