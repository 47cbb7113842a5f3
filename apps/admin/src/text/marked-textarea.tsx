import type { Passage } from '@nianbao/ui';
import { cutText } from '@nianbao/ui';
import type { ComponentPropsWithRef } from 'react';
import styles from './marked-textarea.module.css';

interface MarkedTextareaProps extends Omit<ComponentPropsWithRef<'textarea'>, 'value'> {
  readonly value: string;
  readonly passages: readonly Passage[];
}

/** A field as tall as its text, with the passages of findings underlined behind what is typed. */
export function MarkedTextarea({ value, passages, className, placeholder, ...props }: MarkedTextareaProps) {
  return (
    <div className={`${styles.field} ${className ?? ''}`}>
      <div className={styles.mirror} aria-hidden="true">
        {cutText(value === '' ? (placeholder ?? '') : value, 0, passages).map((piece) =>
          piece.severity === null ? (
            piece.text
          ) : (
            <mark key={piece.start} className="nb-passage" data-severity={piece.severity}>
              {piece.text}
            </mark>
          ),
        )}
        {'\u200b'}
      </div>
      <textarea
        className={styles.input}
        rows={1}
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        {...props}
      />
    </div>
  );
}
