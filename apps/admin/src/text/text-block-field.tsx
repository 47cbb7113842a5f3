import { blockText } from '@nianbao/core';
import type { Passage } from '@nianbao/ui';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import styles from './block-editor.module.css';
import type { TextBlock } from './block-edits.ts';
import { withText } from './block-edits.ts';
import { MarkedTextarea } from './marked-textarea.tsx';

export interface TextKeys {
  onSplit(at: number): boolean;
  onJoin(): boolean;
  onPasteLines(start: number, end: number, text: string): boolean;
}

interface TextBlockFieldProps {
  readonly block: TextBlock;
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly passages: readonly Passage[];
  readonly keys: TextKeys;
  onChange(block: TextBlock): void;
}

/** A heading, a paragraph, or a list with a line for each item. */
export function TextBlockField(props: TextBlockFieldProps) {
  const { block, name, label, placeholder, passages, keys, onChange } = props;
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.nativeEvent.isComposing || selectionStart !== selectionEnd) return;
    const taken =
      (event.key === 'Enter' && !event.shiftKey && keys.onSplit(selectionStart)) ||
      (event.key === 'Backspace' && selectionStart === 0 && keys.onJoin());
    if (taken) event.preventDefault();
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (keys.onPasteLines(selectionStart, selectionEnd, event.clipboardData.getData('text/plain')))
      event.preventDefault();
  };
  return (
    <MarkedTextarea
      className={styles[block.kind]}
      data-block={name}
      aria-label={label}
      placeholder={placeholder}
      value={blockText(block)}
      passages={passages}
      onChange={(event) => onChange(withText(block, event.currentTarget.value))}
      onKeyDown={press}
      onPaste={paste}
    />
  );
}
