import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../api/trpc.ts';
import { nextWaiting } from '../board/board-order.ts';
import { DownloadMenu } from '../downloads/download-menu.tsx';
import styles from '../editor/editor.module.css';
import { HistoryPanel } from '../editor/history-panel.tsx';
import type { AskedMove } from '../editor/may-edit.ts';
import { BarTool, ReportBar } from '../editor/report-bar.tsx';
import { useStore } from '../editor/store.ts';
import { useFindingSteps } from '../editor/use-finding-steps.ts';
import { usePrinting } from '../editor/use-printing.ts';
import type { ReportDetail } from '../editor/workspace.ts';
import { openWorkspace } from '../editor/workspace.ts';
import { WorkspaceContext } from '../editor/workspace-context.tsx';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useShortcut } from '../shell/use-shortcut.ts';
import { MoveButtons } from './move-buttons.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { readingDraft } from './reading-draft.ts';
import { ReportReading } from './report-reading.tsx';
import { ReturnNotice } from './return-notice.tsx';
import { returnReasons } from './review-moves.ts';

/** A report to be read: the same document with what the check says, what was explained, and what may be done next. */
export function ReviewPage({ detail }: { readonly detail: ReportDetail }) {
  const m = useMessages();
  const { locale, showPrior, choose } = usePreferences();
  const navigate = useNavigate();
  const trpc = useTRPC();
  const [workspace] = useState(() => openWorkspace(detail, readingDraft(detail)));
  const [historyOpened, setHistoryOpened] = useState(false);
  const [asked, setAsked] = useState<AskedMove | null>(null);
  const { all } = useStore(workspace.findings, (live) => live);
  const reports = useQuery(trpc.reports.list.queryOptions({}));
  const next = nextWaiting('reviewer', reports.data ?? [], detail.id);
  usePageTitle(m.reportOf(detail.agency.name, detail.year));
  const printing = usePrinting();
  useFindingSteps(workspace);

  const goOn = () => {
    if (next !== null) void navigate({ to: '/reports/$reportId', params: { reportId: next.id } });
  };
  useShortcut('n', goOn);

  return (
    <WorkspaceContext value={workspace}>
      <main className={styles.page}>
        <ReportBar
          detail={detail}
          tools={
            <>
              {detail.prior !== null && (
                <BarTool
                  label={m.editor.lastYear}
                  pressed={showPrior}
                  onClick={() => choose({ showPrior: !showPrior })}
                />
              )}
              <DownloadMenu detail={detail} />
              <BarTool label={m.editor.history} onClick={() => setHistoryOpened(true)} />
              <BarTool label={m.editor.print} onClick={() => window.print()} />
              {next !== null && <BarTool label={m.review.next} onClick={goOn} />}
            </>
          }
          moves={<MoveButtons detail={detail} onAsk={setAsked} />}
        />
        <div className={styles.columns}>
          <div className={styles.main}>
            <Link to="/" className={`${styles.back} no-print`}>
              {m.toBoard}
            </Link>
            <ReturnNotice detail={detail} />
            <ReportReading marked={!printing} />
          </div>
          <aside className={`${styles.aside} no-print`}>
            <FindingsPanel answers={detail.explanations} editable={false} />
          </aside>
        </div>
        <HistoryPanel detail={detail} opened={historyOpened} onClose={() => setHistoryOpened(false)} />
        {asked !== null && (
          <MoveDialog
            detail={detail}
            move={asked}
            proposal={asked === 'return' ? returnReasons(all, locale) : ''}
            onClose={() => setAsked(null)}
            onMoved={(move) => {
              setAsked(null);
              notifications.show({ message: m.moves[move].done });
            }}
          />
        )}
      </main>
    </WorkspaceContext>
  );
}
