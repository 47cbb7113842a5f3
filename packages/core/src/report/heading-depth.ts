import type { Block } from './blocks.ts';

/**
 * How deep each block's heading lies among those before it, from 0; -1 for blocks that are no headings. Reports number
 * their levels as they like; an outline that screen readers can follow goes down one step at a time.
 */
export function headingDepths(blocks: readonly Block[]): readonly number[] {
  const open: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return -1;
    while ((open.at(-1) ?? 0) >= block.level) open.pop();
    open.push(block.level);
    return open.length - 1;
  });
}
