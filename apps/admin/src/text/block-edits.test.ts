import type { Block } from '@nianbao/core';
import { blockText } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import {
  formOf,
  isTextBlock,
  joinWithPrevious,
  moveBlock,
  pasteLines,
  removeBlock,
  splitBlock,
  textForms,
  withForm,
  withText,
} from './block-edits.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const heading: Block = { kind: 'heading', level: 3, text: '（一）主动公开' };
const list: Block = { kind: 'list', ordered: false, items: ['一是解读单一', '二是更新不及时'] };
const table: Block = {
  kind: 'table',
  caption: null,
  headRows: 1,
  rows: [
    ['年度', '件数'],
    ['2025', '4'],
  ],
};

describe('editing running text', () => {
  test('Enter splits a paragraph at the caret, and a heading is followed by a paragraph', () => {
    expect(splitBlock([paragraph('前半后半')], { block: 0, at: 2 })).toEqual({
      blocks: [paragraph('前半'), paragraph('后半')],
      caret: { block: 1, at: 0 },
    });
    expect(splitBlock([heading], { block: 0, at: heading.text.length })?.blocks).toEqual([heading, paragraph('')]);
  });

  test('Enter in a list is a line of the list', () => {
    expect(splitBlock([list], { block: 0, at: 2 })).toBeNull();
  });

  test('Backspace at the start joins with the block before, and undoes a split', () => {
    const split = splitBlock([paragraph('前半后半')], { block: 0, at: 2 });
    expect(joinWithPrevious(split?.blocks ?? [], 1)).toEqual({
      blocks: [paragraph('前半后半')],
      caret: { block: 0, at: 2 },
    });
    expect(joinWithPrevious([list, paragraph('三是人手不足')], 1)?.blocks).toEqual([
      { ...list, items: ['一是解读单一', '二是更新不及时', '三是人手不足'] },
    ]);
  });

  test('nothing is joined onto a table, and the first block has nothing to join', () => {
    expect(joinWithPrevious([table, paragraph('后')], 1)).toBeNull();
    expect(joinWithPrevious([paragraph('后')], 0)).toBeNull();
  });

  test('pasted lines become paragraphs', () => {
    const pasted = pasteLines([paragraph('甲乙')], { block: 0, at: 1, end: 1 }, '一行\r\n\r\n  二行  \n三行');
    expect(pasted).toEqual({
      blocks: [paragraph('甲一行'), paragraph('二行'), paragraph('三行乙')],
      caret: { block: 2, at: 2 },
    });
    expect(pasteLines([paragraph('甲乙')], { block: 0, at: 1, end: 1 }, '一行\n')).toBeNull();
  });

  test.each(textForms)('every text block becomes a %s without losing a word', (form) => {
    for (const block of [paragraph('一行\n两行'), heading, list]) {
      if (!isTextBlock(block)) throw new Error('not running text');
      const turned = withForm(block, form);
      expect(formOf(turned)).toBe(form);
      expect(blockText(turned)).toBe(blockText(block));
      expect(blockText(withText(turned, '新\n文'))).toBe('新\n文');
    }
  });

  test('blocks move and go', () => {
    expect(moveBlock([heading, table], 1, -1)?.blocks).toEqual([table, heading]);
    expect(moveBlock([heading, table], 1, 1)).toBeNull();
    expect(removeBlock([heading, table], 1)).toEqual({ blocks: [heading], caret: { block: 0, at: 7 } });
  });
});
