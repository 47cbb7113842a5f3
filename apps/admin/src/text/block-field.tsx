import type { Block } from '@nianbao/core';
import type { Passage } from '@nianbao/ui';
import { useMessages } from '../preferences/preferences.tsx';
import styles from './block-editor.module.css';
import { TableBlockField } from './table-block-field.tsx';
import type { TextKeys } from './text-block-field.tsx';
import { TextBlockField } from './text-block-field.tsx';

interface BlockFieldProps {
  readonly block: Block;
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly passages: readonly Passage[];
  readonly keys: TextKeys;
  onChange(block: Block): void;
}

/** The field of one block by its kind. What a picture shows is kept; its description can be mended. */
export function BlockField(props: BlockFieldProps) {
  const { block, name, label, passages, keys, onChange } = props;
  const m = useMessages();
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'list':
      return (
        <TextBlockField
          block={block}
          name={name}
          label={label}
          placeholder={props.placeholder}
          passages={passages}
          keys={keys}
          onChange={onChange}
        />
      );
    case 'table':
      return <TableBlockField table={block} name={name} label={label} onChange={onChange} />;
    case 'image':
      return (
        <label className={styles.image}>
          {m.text.imageDescription}
          <input
            className={styles.tableCell}
            data-block={name}
            value={block.alt}
            onChange={(event) => onChange({ ...block, alt: event.currentTarget.value })}
          />
        </label>
      );
    case 'localRow':
      return (
        <div className={styles.localRow}>
          <span className="quiet small">{m.text.localRow}</span>
          <input
            className={styles.tableCell}
            data-block={name}
            aria-label={label}
            value={block.label}
            onChange={(event) => onChange({ ...block, label: event.currentTarget.value })}
          />
          {block.values.map((value, at) => (
            <input
              // biome-ignore lint/suspicious/noArrayIndexKey: a value is its position
              key={at}
              className={styles.tableCell}
              data-block={name}
              aria-label={m.text.tableCell(1, at + 2)}
              value={value}
              onChange={(event) => onChange({ ...block, values: block.values.with(at, event.currentTarget.value) })}
            />
          ))}
        </div>
      );
  }
}
