import { useMessages } from '../preferences/preferences.tsx';
import type { ReportState } from './board-search.ts';
import styles from './state-badge.module.css';

/** Where a report stands, as a word with a shape of its own. */
export function StateBadge({ state }: { readonly state: ReportState }) {
  const m = useMessages();
  return (
    <span className={styles.badge} data-state={state}>
      {m.states[state]}
    </span>
  );
}
