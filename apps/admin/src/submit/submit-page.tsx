import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '../api/trpc.ts';
import { optionOf } from '../editor/may-edit.ts';
import { openWorkspace } from '../editor/workspace.ts';
import { WorkspaceContext } from '../editor/workspace-context.tsx';
import { unexplained } from '../findings/explanations.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { MoveDialog } from '../review/move-dialog.tsx';
import { readingDraft } from '../review/reading-draft.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { KeyFigures } from './key-figures.tsx';
import { OpenFindings } from './open-findings.tsx';
import styles from './submit.module.css';

const route = getRouteApi('/signed-in/reports/$reportId/submit');

/** What the person is about to submit, what is still in the way, and the button. */
export function SubmitPage() {
  const m = useMessages();
  const { locale } = usePreferences();
  const { reportId } = route.useParams();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { data: detail } = useSuspenseQuery(trpc.reports.get.queryOptions({ id: reportId }, { staleTime: 0 }));
  const [asking, setAsking] = useState(false);
  const workspace = openWorkspace(detail, readingDraft(detail));
  const { all } = workspace.findings.get();
  const errors = all.filter(({ severity }) => severity === 'error');
  const open = unexplained(all, detail.explanations, detail.report.facts);
  const option = optionOf(detail, 'submit');
  const summary = useRef<HTMLDivElement>(null);
  usePageTitle(m.submit.title, errors.length);
  useEffect(() => summary.current?.focus(), []);

  const blocked = errors.length > 0 || open.length > 0;
  return (
    <WorkspaceContext value={workspace}>
      <main className="page page-narrow">
        <Link to="/reports/$reportId" params={{ reportId }} className={`small ${styles.back}`}>
          {m.submit.back}
        </Link>
        <h1>{m.submit.title}</h1>
        <p>{m.submit.subject(detail.agency.name, detail.year)}</p>
        {blocked && (
          <div
            ref={summary}
            tabIndex={-1}
            className="notice-box"
            data-severity={errors.length > 0 ? 'error' : 'warning'}
            role="alert"
          >
            <p>
              <strong>{m.submit.inTheWay(errors.length, open.length)}</strong>
            </p>
          </div>
        )}
        <OpenFindings detail={detail} findings={[...errors, ...all.filter(({ severity }) => severity === 'warning')]} />
        <h2>{m.submit.figures}</h2>
        <KeyFigures report={detail.report} prior={detail.prior} />
        {option !== null && !blocked && !option.allowed && (
          <div className="notice-box" data-severity="warning">
            {option.refusals.map((refusal) => (
              <p key={refusal.code}>{refusal[locale]}</p>
            ))}
          </div>
        )}
        <p>{m.submit.consequence}</p>
        <div className="actions">
          <Button size="md" disabled={option?.allowed !== true} onClick={() => setAsking(true)}>
            {m.moves.submit.verb}
          </Button>
          <Link to="/reports/$reportId" params={{ reportId }}>
            {m.submit.goOn}
          </Link>
        </div>
        {asking && (
          <MoveDialog
            detail={detail}
            move="submit"
            proposal=""
            onClose={() => setAsking(false)}
            onMoved={() => void navigate({ to: '/reports/$reportId', params: { reportId } })}
          />
        )}
      </main>
    </WorkspaceContext>
  );
}
