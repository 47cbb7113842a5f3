import type { Ref } from 'react';
import styles from './sign-in-page.module.css';

export interface NoticeText {
  readonly title: string;
  readonly next: string;
}

/** Says what did not work; stands empty in the page before, so that it is read out when it is filled. */
export function Notice({ text, ref }: { readonly text: NoticeText | null; readonly ref?: Ref<HTMLDivElement> }) {
  return (
    <div ref={ref} tabIndex={-1} role="alert" className={styles.summary}>
      {text !== null && (
        <div className="notice-box" data-severity="error">
          <strong>{text.title}</strong>
          <p>{text.next}</p>
        </div>
      )}
    </div>
  );
}
