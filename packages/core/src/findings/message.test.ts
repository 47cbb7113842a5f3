import { describe, expect, it } from 'vitest';
import type { Finding } from './finding.ts';
import type { FindingKind } from './message.ts';
import { describe as describeFinding } from './message.ts';

const kind: FindingKind = {
  id: 'T3-ROW-TOTAL',
  title: { zh: '行总计', en: 'Row total' },
  message: {
    zh: '“{row}”：{actual}，应为{expected}，相差{difference}；{agency}{unknown}。',
    en: '“{row}”: {actual}, not {expected}, {difference} off; {agency}{unknown}.',
  },
  instruction: { zh: '见“{quote}”。', en: 'See “{quote}”.' },
};

const finding: Finding = {
  rule: 'T3-ROW-TOTAL',
  instance: null,
  severity: 'error',
  cells: [],
  expected: 2,
  actual: 0,
  difference: -2,
  place: { kind: 'source', part: null, line: 1, column: 1, quote: '总计 0' },
  values: { row: '（三）不予公开 · 1.属于国家秘密', agency: '云溪县教育局 · 办公室' },
  repair: null,
};

describe('the sentences of a finding', () => {
  it('name both sides, the difference and the passage, zeros too', () => {
    const { message, instruction } = describeFinding(kind, finding, 'zh');
    expect(message).toBe('“（三）不予公开 · 1.属于国家秘密”：0，应为2，相差-2；云溪县教育局 · 办公室{unknown}。');
    expect(instruction).toBe('见“总计 0”。');
  });

  it.each<[string, readonly string[], string, string]>([
    ['names', ['水利局', '教育局'], '水利局、教育局', '水利局, 教育局'],
    [
      'passages',
      ['“制度健全，措施有力”', '“公开及时”'],
      '“制度健全，措施有力”；“公开及时”',
      '“制度健全，措施有力”; “公开及时”',
    ],
  ])('tell a list of %s with the signs of their language', (...[, row, zh, en]) => {
    const listed = { ...finding, values: { row, agency: '' } };
    expect(describeFinding(kind, listed, 'zh').message).toContain(`“${zh}”`);
    expect(describeFinding(kind, listed, 'en').message).toContain(`“${en}”`);
  });

  it('call official places by their English names in English, and leave other names alone', () => {
    const { message } = describeFinding(kind, finding, 'en');
    expect(message).toMatch(/^“[^\p{Script=Han}]+”: 0, not 2, -2 off; 云溪县教育局 · 办公室/u);
  });
});
