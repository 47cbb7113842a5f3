import type { Block } from '@nianbao/core';
import { passagesOf } from '@nianbao/ui';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { blockName, focusAnchor } from '../editor/focus-anchor.ts';
import { useStore } from '../editor/store.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { useMessages } from '../preferences/preferences.tsx';
import styles from './block-editor.module.css';
import type { Caret, Edited } from './block-edits.ts';
import { insertBlock, joinWithPrevious, pasteLines, replaceBlock, splitBlock } from './block-edits.ts';
import { BlockField } from './block-field.tsx';
import { BlockTools } from './block-tools.tsx';

interface BlockEditorProps {
  readonly blocks: readonly Block[];
  readonly section: 'preface' | number;
  /** What the part is called, for the labels of its fields. */
  readonly title: string;
  /** What to write here, shown while there is nothing yet; null for a part that may well stay empty. */
  readonly prompt: string | null;
  onChange(blocks: Block[]): void;
}

const emptyParagraph: Block = { kind: 'paragraph', text: '' };
const emptyTable: Block = {
  kind: 'table',
  caption: null,
  headRows: 1,
  rows: [
    ['', ''],
    ['', ''],
  ],
};

/** The text of one part as blocks: plain words in a known structure, nothing that could carry a style or a script. */
export function BlockEditor({ blocks: written, section, title, prompt, onChange }: BlockEditorProps) {
  const m = useMessages();
  const { findings } = useWorkspace();
  const all = useStore(findings, (live) => live.all);
  const passages = useMemo(() => passagesOf(all).filter((passage) => passage.section === section), [all, section]);
  const blocks = written.length === 0 && prompt !== null ? [emptyParagraph] : written;
  const caret = useRef<Caret | null>(null);

  useLayoutEffect(() => {
    if (caret.current === null) return;
    const { block, at } = caret.current;
    caret.current = null;
    focusAnchor({ kind: 'text', section, block, start: at, end: at, quote: '' });
  });

  const edit = (edited: Edited | null): boolean => {
    if (edited === null) return false;
    caret.current = edited.caret;
    onChange(edited.blocks);
    return true;
  };
  const keysAt = (block: number) => ({
    onSplit: (at: number) => edit(splitBlock(blocks, { block, at })),
    onJoin: () => edit(joinWithPrevious(blocks, block)),
    onPasteLines: (at: number, end: number, text: string) => edit(pasteLines(blocks, { block, at, end }, text)),
  });
  const add = (block: Block) => edit(insertBlock(blocks, blocks.length, block));

  return (
    <div className={styles.editor}>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its position
        <div key={at} className={styles.block} data-kind={block.kind}>
          <BlockField
            block={block}
            name={blockName(section, at)}
            placeholder={blocks.length === 1 ? (prompt ?? '') : ''}
            label={m.text.blockLabel(title, at + 1)}
            passages={passages.filter((passage) => passage.block === at)}
            keys={keysAt(at)}
            onChange={(changed) => onChange(replaceBlock(blocks, at, changed))}
          />
          <BlockTools blocks={blocks} at={at} onEdit={edit} />
        </div>
      ))}
      <div className={`actions small no-print ${styles.add}`}>
        <button type="button" className="link-button" onClick={() => add({ kind: 'paragraph', text: '' })}>
          {m.text.addParagraph}
        </button>
        {blocks.length > 0 && (
          <>
            <button type="button" className="link-button" onClick={() => add({ kind: 'heading', level: 3, text: '' })}>
              {m.text.addHeading}
            </button>
            <button
              type="button"
              className="link-button"
              onClick={() => add({ kind: 'list', ordered: false, items: [''] })}
            >
              {m.text.addList}
            </button>
            <button type="button" className="link-button" onClick={() => add(emptyTable)}>
              {m.text.addTable}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
