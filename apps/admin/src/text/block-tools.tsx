import type { Block } from '@nianbao/core';
import { useMessages } from '../preferences/preferences.tsx';
import styles from './block-editor.module.css';
import type { Edited } from './block-edits.ts';
import { formOf, isTextBlock, moveBlock, removeBlock, replaceBlock, textForms, withForm } from './block-edits.ts';

interface BlockToolsProps {
  readonly blocks: readonly Block[];
  readonly at: number;
  onEdit(edited: Edited | null): void;
}

/** What can be done with the block that is being edited: its form, its place, and taking it out. */
export function BlockTools({ blocks, at, onEdit }: BlockToolsProps) {
  const m = useMessages();
  const block = blocks[at];
  return (
    <div className={`${styles.tools} no-print`}>
      {isTextBlock(block) &&
        textForms.map((form) => (
          <button
            key={form}
            type="button"
            aria-pressed={formOf(block) === form}
            onClick={() =>
              onEdit({ blocks: replaceBlock(blocks, at, withForm(block, form)), caret: { block: at, at: 0 } })
            }
          >
            {m.text.forms[form]}
          </button>
        ))}
      <button type="button" disabled={at === 0} onClick={() => onEdit(moveBlock(blocks, at, -1))}>
        {m.text.up}
      </button>
      <button type="button" disabled={at === blocks.length - 1} onClick={() => onEdit(moveBlock(blocks, at, 1))}>
        {m.text.down}
      </button>
      <button type="button" onClick={() => onEdit(removeBlock(blocks, at))}>
        {m.text.remove}
      </button>
    </div>
  );
}
