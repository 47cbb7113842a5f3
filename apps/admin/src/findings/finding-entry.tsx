import type { Finding } from '@nianbao/core';
import { describe, ruleById } from '@nianbao/core';
import { formatFigure, SeveritySign } from '@nianbao/ui';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import styles from './findings-panel.module.css';

interface FindingEntryProps {
  readonly finding: Finding;
  readonly id: string;
  readonly selected: boolean;
  /** Mends the report by the one figure that explains the finding; null where the reader may not edit. */
  readonly onRepair: ((finding: Finding) => void) | null;
  readonly below?: ReactNode;
  onGo(): void;
}

/** One finding: what is wrong with both sides, what to do, and how to get there. */
export const FindingEntry = memo(function FindingEntry(props: FindingEntryProps) {
  const { finding, id, selected, onRepair, below, onGo } = props;
  const m = useMessages();
  const { locale } = usePreferences();
  const kind = ruleById.get(finding.rule);
  const text = kind === undefined ? null : describe(kind, finding, locale);
  const { repair } = finding;
  return (
    <div id={id} className={styles.entry} data-severity={finding.severity} data-selected={selected ? '' : undefined}>
      <button type="button" className={styles.go} aria-current={selected ? 'true' : undefined} onClick={onGo}>
        <SeveritySign severity={finding.severity} locale={locale} />
        <span className={styles.message}>{text?.message ?? finding.rule}</span>
      </button>
      {text !== null && text.instruction !== '' && <p className={styles.instruction}>{text.instruction}</p>}
      {repair !== null && onRepair !== null && (
        <button type="button" className={`link-button ${styles.repair}`} onClick={() => onRepair(finding)}>
          {m.findings.repair(formatFigure(repair.value, locale))}
        </button>
      )}
      {below}
    </div>
  );
});
