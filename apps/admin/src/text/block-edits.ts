import type { Block } from '@nianbao/core';
import { blockText } from '@nianbao/core';

/** What a person may turn a block of running text into. */
export const textForms = ['paragraph', 'heading', 'list', 'orderedList'] as const;
export type TextForm = (typeof textForms)[number];

/** Blocks that are edited as running text: one line of text, or a line for each item. */
export type TextBlock = Extract<Block, { kind: 'heading' | 'paragraph' | 'list' }>;

/** Where the caret goes after an edit. */
export interface Caret {
  readonly block: number;
  readonly at: number;
}

export interface Edited {
  readonly blocks: Block[];
  readonly caret: Caret;
}

export function isTextBlock(block: Block | undefined): block is TextBlock {
  return block?.kind === 'heading' || block?.kind === 'paragraph' || block?.kind === 'list';
}

export function formOf(block: TextBlock): TextForm {
  if (block.kind !== 'list') return block.kind;
  return block.ordered ? 'orderedList' : 'list';
}

/** The block with another text; the lines of a list are its items. */
export function withText(block: TextBlock, text: string): TextBlock {
  return block.kind === 'list' ? { ...block, items: text.split('\n') } : { ...block, text };
}

/** The same words in another form. A heading and a paragraph hold the items of a list as lines. */
export function withForm(block: TextBlock, form: TextForm): TextBlock {
  const text = blockText(block);
  switch (form) {
    case 'paragraph':
      return { kind: 'paragraph', text };
    case 'heading':
      return { kind: 'heading', level: block.kind === 'heading' ? block.level : 3, text };
    case 'list':
    case 'orderedList':
      return { kind: 'list', ordered: form === 'orderedList', items: text.split('\n') };
  }
}

export function replaceBlock(blocks: readonly Block[], at: number, ...replacement: readonly Block[]): Block[] {
  return blocks.toSpliced(at, 1, ...replacement);
}

export function insertBlock(blocks: readonly Block[], at: number, block: Block): Edited {
  return { blocks: blocks.toSpliced(at, 0, block), caret: { block: at, at: 0 } };
}

/** Takes a block out; the caret goes to the end of the one before it. */
export function removeBlock(blocks: readonly Block[], at: number): Edited {
  const before = blocks[at - 1];
  const caret = before === undefined ? { block: 0, at: 0 } : { block: at - 1, at: blockText(before).length };
  return { blocks: blocks.toSpliced(at, 1), caret };
}

/** Moves a block one place; null at the edge. */
export function moveBlock(blocks: readonly Block[], at: number, by: 1 | -1): Edited | null {
  const [block, other] = [blocks[at], blocks[at + by]];
  if (block === undefined || other === undefined) return null;
  return { blocks: blocks.with(at, other).with(at + by, block), caret: { block: at + by, at: 0 } };
}

/** Enter in a paragraph or heading: what follows the caret becomes a paragraph of its own. Null in other blocks. */
export function splitBlock(blocks: readonly Block[], { block: at, at: caret }: Caret): Edited | null {
  const block = blocks[at];
  if (block?.kind !== 'paragraph' && block?.kind !== 'heading') return null;
  const rest: Block = { kind: 'paragraph', text: block.text.slice(caret) };
  return {
    blocks: replaceBlock(blocks, at, { ...block, text: block.text.slice(0, caret) }, rest),
    caret: { block: at + 1, at: 0 },
  };
}

/** Backspace at the start of a block: its text joins the block before it. Null where there is none to join. */
export function joinWithPrevious(blocks: readonly Block[], at: number): Edited | null {
  const [before, block] = [blocks[at - 1], blocks[at]];
  if (!isTextBlock(before) || !isTextBlock(block)) return null;
  const text = blockText(before);
  const between = before.kind === 'list' && text !== '' ? '\n' : '';
  const joined = withText(before, text + between + blockText(block));
  return {
    blocks: blocks.toSpliced(at - 1, 2, joined),
    caret: { block: at - 1, at: text.length + between.length },
  };
}

/** Pastes plain text over a selection; every further line of it becomes a paragraph. Null for a single line or a list. */
export function pasteLines(
  blocks: readonly Block[],
  selection: Caret & { readonly end: number },
  text: string,
): Edited | null {
  const block = blocks[selection.block];
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if ((block?.kind !== 'paragraph' && block?.kind !== 'heading') || lines.length < 2) return null;
  const [first = '', ...others] = lines;
  const rest = block.text.slice(selection.end);
  const added = others.map((line): Block => ({ kind: 'paragraph', text: line }));
  const last = added.at(-1);
  if (last?.kind !== 'paragraph') return null;
  const caret = { block: selection.block + added.length, at: last.text.length };
  const start = { ...block, text: block.text.slice(0, selection.at) + first };
  return {
    blocks: replaceBlock(blocks, selection.block, start, ...added.slice(0, -1), {
      kind: 'paragraph',
      text: last.text + rest,
    }),
    caret,
  };
}
