import { formatDate } from '@nianbao/ui';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Outputs } from '../api/trpc.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { useShortcut } from '../shell/use-shortcut.ts';
import { waitsFor } from './board-order.ts';
import styles from './board-page.module.css';
import { FindingCounts } from './finding-counts.tsx';
import { StateBadge } from './state-badge.tsx';

interface BoardTableProps {
  readonly reports: Outputs['reports']['list'];
  readonly role: 'reviewer' | 'editor';
}

/** One line a report; j and k go from one to the next, Enter opens it. */
export function BoardTable({ reports, role }: BoardTableProps) {
  const m = useMessages();
  const { locale } = usePreferences();
  const body = useRef<HTMLTableSectionElement>(null);
  const step = (by: 1 | -1) => {
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('th a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  useShortcut('j', () => step(1));
  useShortcut('k', () => step(-1));
  return (
    <div className={styles.scroll}>
      <table className={`data-table ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{m.board.agency}</th>
            <th scope="col">{m.board.year}</th>
            <th scope="col">{m.board.state}</th>
            <th scope="col">{m.board.findings}</th>
            <th scope="col">{m.board.due}</th>
            <th scope="col">{m.board.updated}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {reports.map((report) => (
            <tr key={report.id} data-waits={waitsFor(role, report) ? '' : undefined}>
              <th scope="row">
                <Link className={styles.agency} to="/reports/$reportId" params={{ reportId: report.id }}>
                  {report.agencyName}
                </Link>
              </th>
              <td>{report.year}</td>
              <td>
                <StateBadge state={report.state} />
              </td>
              <td>
                <FindingCounts {...report.counts} />
              </td>
              <td>
                {report.due !== null &&
                  (report.overdue ? (
                    <strong>{m.board.overdue(formatDate(report.due, locale))}</strong>
                  ) : (
                    formatDate(report.due, locale)
                  ))}
              </td>
              <td className="quiet small">
                {m.board.updatedBy(formatDate(report.updatedAt, locale), report.updatedBy ?? '')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
