import { SeveritySign } from '@nianbao/ui';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import styles from './board-page.module.css';

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly explained: number;
}

/** Errors and warnings of a report, or the word that there are none. */
export function FindingCounts({ errors, warnings, explained }: Counts) {
  const m = useMessages();
  const { locale } = usePreferences();
  if (errors === 0 && warnings === 0) return <span className="quiet">{m.board.noFindings}</span>;
  return (
    <span className={styles.counts}>
      {errors > 0 && (
        <span>
          <SeveritySign severity="error" locale={locale} /> <span className="number">{errors}</span>
        </span>
      )}
      {warnings > 0 && (
        <span>
          <SeveritySign severity="warning" locale={locale} />{' '}
          <span className="number">{explained > 0 ? m.board.explained(warnings, explained) : warnings}</span>
        </span>
      )}
    </span>
  );
}
