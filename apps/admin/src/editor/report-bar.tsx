import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { StateBadge } from '../board/state-badge.tsx';
import { useMessages } from '../preferences/preferences.tsx';
import styles from './editor.module.css';
import type { ReportDetail } from './workspace.ts';

interface ReportBarProps {
  readonly detail: ReportDetail;
  /** Whether what is shown is saved. */
  readonly status?: ReactNode;
  /** Tools that need little attention. */
  readonly tools: ReactNode;
  /** What comes next for this report. */
  readonly moves: ReactNode;
}

/** Stays in sight over a report: which one it is, where it stands, and what can be done with it. */
export function ReportBar({ detail, status, tools, moves }: ReportBarProps) {
  const m = useMessages();
  return (
    <div className={`${styles.bar} no-print`}>
      <div className={styles.identity}>
        <strong>{m.reportOf(detail.agency.name, detail.year)}</strong>
        <StateBadge state={detail.state} />
        {status}
      </div>
      <div className={styles.barTools}>{tools}</div>
      <div className={styles.moves}>{moves}</div>
    </div>
  );
}

/** A quiet tool of the bar; `pressed` for one that is on or off. */
export function BarTool(props: {
  readonly label: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  onClick(): void;
}) {
  const { label, pressed, disabled, onClick } = props;
  return (
    <Button
      variant={pressed === true ? 'light' : 'subtle'}
      size="compact-md"
      aria-pressed={pressed}
      disabled={disabled ?? false}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
