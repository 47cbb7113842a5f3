import type { ReportState } from '@nianbao/core';
import { stateLabels } from '@nianbao/core';
import { usePreferences } from '../preferences/preferences.tsx';
import styles from './state-badge.module.css';

/** Where a report stands, as a word with a shape of its own. */
export function StateBadge({ state }: { readonly state: ReportState }) {
  const { locale } = usePreferences();
  return (
    <span className={styles.badge} data-state={state}>
      {stateLabels[state][locale]}
    </span>
  );
}
