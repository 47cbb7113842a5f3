import type { Report } from '@nianbao/core';
import { emptyReport, formatById } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import { choiceOf, headDiffers, textDifferences, toggleKey } from './import-choice.ts';

const draft: Report = emptyReport('云溪县林业局', 2025, formatById['2021']);
const withSection = (position: number, text: string): Report => ({
  ...draft,
  sections: draft.sections.map((section, at) =>
    at === position ? { ...section, blocks: [{ kind: 'paragraph', text }] } : section,
  ),
});

describe('what an import would change', () => {
  test('names the parts of the text that the file says otherwise', () => {
    expect(textDifferences(draft, withSection(4, '解读形式单一。'))).toEqual([
      { field: 4, draft: '', read: '解读形式单一。' },
    ]);
    expect(textDifferences(withSection(4, '甲'), withSection(4, '甲'))).toEqual([]);
  });

  test('never offers to empty a part that the file does not have', () => {
    expect(textDifferences(withSection(0, '写好的总体情况'), draft)).toEqual([]);
  });

  test('knows a head that differs', () => {
    expect(headDiffers(draft, { ...draft, indexNumber: '003/2026-1' })).toBe(true);
    expect(headDiffers(draft, draft)).toBe(false);
  });

  test('figures and text are taken apart, and figures one by one', () => {
    expect(choiceOf('text', ['a']).keys.size).toBe(0);
    expect(choiceOf('figures', ['a', 'b'])).toEqual({ keys: new Set(['a', 'b']), text: false, head: false });
    const without = toggleKey(choiceOf('all', ['a', 'b']), 'a');
    expect([...without.keys]).toEqual(['b']);
    expect([...toggleKey(without, 'a').keys]).toEqual(['b', 'a']);
  });
});
