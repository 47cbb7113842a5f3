import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { problemOf } from '../api/problem.ts';
import type { Outputs } from '../api/trpc.ts';
import { useTRPC } from '../api/trpc.ts';
import { useProblemText } from '../api/use-problem-text.ts';
import { useMessages } from '../preferences/preferences.tsx';
import styles from './board-page.module.css';
import { StateBadge } from './state-badge.tsx';

interface OwnReportProps {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly reports: Outputs['reports']['list'];
}

/** For the editor of one agency: straight to the report of the year that is due. */
export function OwnReport({ agencyId, agencyName, reports }: OwnReportProps) {
  const m = useMessages();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const trpc = useTRPC();
  const create = useMutation(
    trpc.reports.create.mutationOptions({
      onSuccess: ({ id }) => navigate({ to: '/reports/$reportId', params: { reportId: id } }),
      onError: async (error) => {
        const { id } = problemOf(error).details;
        if (id !== undefined) await navigate({ to: '/reports/$reportId', params: { reportId: id } });
        else notifications.show({ color: 'red', message: problemText(error) });
      },
    }),
  );
  const year = new Date().getFullYear() - 1;
  const report = reports.filter((candidate) => candidate.agencyId === agencyId).toSorted((a, b) => b.year - a.year)[0];
  const due = report !== undefined && (report.year >= year || report.state !== 'published') ? report : undefined;
  return (
    <section className={styles.own}>
      <h2>{m.board.ownReport(agencyName, due?.year ?? year)}</h2>
      {due === undefined ? (
        <>
          <p className="quiet">{m.board.notBegun}</p>
          <Button size="md" loading={create.isPending} onClick={() => create.mutate({ agencyId, year })}>
            {m.board.begin(year)}
          </Button>
        </>
      ) : (
        <>
          <p className="actions">
            <StateBadge state={due.state} />
            <span className="quiet">
              {m.board.standing(due.counts.errors, due.counts.warnings - due.counts.explained)}
            </span>
          </p>
          <Button
            size="md"
            renderRoot={(props) => <Link {...props} to="/reports/$reportId" params={{ reportId: due.id }} />}
          >
            {due.state === 'draft' || due.state === 'returned' ? m.board.goOn(due.year) : m.board.look(due.year)}
          </Button>
        </>
      )}
    </section>
  );
}
