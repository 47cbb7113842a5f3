import { chinaDate } from '@nianbao/core';
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
  const table = useRef<HTMLTableElement>(null);
  const groups = [
    { name: m.board.waiting, listed: reports.filter((report) => waitsFor(role, report)) },
    { name: m.board.others, listed: reports.filter((report) => !waitsFor(role, report)) },
  ].filter(({ listed }) => listed.length > 0);
  const step = (by: 1 | -1) => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('th a') ?? [])];
    const at = links.findIndex((link) => link.matches(':focus'));
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  useShortcut('j', () => step(1));
  useShortcut('k', () => step(-1));
  return (
    <div className={styles.scroll}>
      <table ref={table} className={`data-table ${styles.table}`}>
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
        {groups.map(({ name, listed }) => (
          <tbody key={name}>
            {groups.length > 1 && (
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={6}>
                  {name}
                </th>
              </tr>
            )}
            {listed.map((report) => (
              <BoardRow key={report.id} report={report} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function BoardRow({ report }: { readonly report: Outputs['reports']['list'][number] }) {
  const m = useMessages();
  const { locale } = usePreferences();
  const { id, agencyName, year, state, counts, due, overdue, updatedAt, updatedBy } = report;
  const date = due === null ? '' : formatDate(due, locale);
  return (
    <tr>
      <th scope="row">
        <Link to="/reports/$reportId" params={{ reportId: id }}>
          {agencyName}
        </Link>
      </th>
      <td>{year}</td>
      <td>
        <StateBadge state={state} />
      </td>
      <td>
        <FindingCounts {...counts} />
      </td>
      <td>{overdue ? <strong>{m.board.overdue(date)}</strong> : date}</td>
      <td className="quiet small">{m.board.updatedBy(formatDate(chinaDate(updatedAt), locale), updatedBy ?? '')}</td>
    </tr>
  );
}
