import { Button } from '@mantine/core';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useProblemText } from '../api/use-problem-text.ts';
import { DownloadMenu } from '../downloads/download-menu.tsx';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import { DropOverlay } from '../import/drop-overlay.tsx';
import type { GivenFile } from '../import/given-file.ts';
import { useFileDrop } from '../import/use-file-drop.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { MoveButtons } from '../review/move-buttons.tsx';
import { MoveDialog } from '../review/move-dialog.tsx';
import { ReportReading } from '../review/report-reading.tsx';
import { ReturnNotice } from '../review/return-notice.tsx';
import { useSession } from '../session/session.ts';
import { FocusBack } from '../shell/focus-back.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import styles from './editor.module.css';
import { HistoryPanel } from './history-panel.tsx';
import { useLeaveGuard } from './leave-guard.ts';
import type { AskedMove } from './may-edit.ts';
import { openReportDraft } from './open-draft.ts';
import { BarTool, ReportBar } from './report-bar.tsx';
import { ReportForm } from './report-form.tsx';
import { SaveStatus, SaveTrouble } from './save-status.tsx';
import { useStore } from './store.ts';
import { stepBack, useEditKeys } from './use-edit-keys.ts';
import { goToFinding, useFindingSteps } from './use-finding-steps.ts';
import { usePrinting } from './use-printing.ts';
import type { ReportDetail } from './workspace.ts';
import { openWorkspace } from './workspace.ts';
import { WorkspaceContext } from './workspace-context.tsx';

const ImportDialog = lazy(async () => ({ default: (await import('../import/import-dialog.tsx')).ImportDialog }));

/** The report as a form: everything is saved as it is typed, and checked at every key. */
export function EditorPage({ detail }: { readonly detail: ReportDetail }) {
  const m = useMessages();
  const { showPrior, choose } = usePreferences();
  const { user } = useSession();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const [workspace] = useState(() => openWorkspace(detail, openReportDraft(detail, user.id, problemText)));
  const { draft, findings } = workspace;
  const [asked, setAsked] = useState<AskedMove | null>(null);
  const [historyOpened, setHistoryOpened] = useState(false);
  const [importing, setImporting] = useState<{ readonly given: GivenFile | null } | null>(null);
  const dragging = useFileDrop({ pastedName: m.import.pasted, onGiven: (given) => setImporting({ given }) });
  const errors = useStore(findings, ({ all }) => all.filter(({ severity }) => severity === 'error').length);
  const canUndo = useStore({ get: draft.snapshot, subscribe: draft.subscribe }, (value) => value.canUndo);
  const canRedo = useStore({ get: draft.snapshot, subscribe: draft.subscribe }, (value) => value.canRedo);
  usePageTitle(m.reportOf(detail.agency.name, detail.year), errors);
  useEditKeys(draft);
  useFindingSteps(workspace);
  useLeaveGuard(draft, m.save.leaveQuestion);

  useEffect(() => draft.replace(detail), [draft, detail]);

  const printing = usePrinting();
  const { hash } = useLocation();
  const goToNamed = useEffectEvent(() => {
    if (findings.get().keys.includes(hash)) goToFinding(workspace, hash);
  });
  useEffect(() => goToNamed(), []);

  useEffect(() => {
    const online = () => void draft.flush();
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, [draft]);

  const toSubmit = async () => {
    await draft.flush();
    await navigate({ to: '/reports/$reportId/submit', params: { reportId: detail.id } });
  };

  return (
    <WorkspaceContext value={workspace}>
      <main className={styles.page} inert={importing !== null}>
        <ReportBar
          detail={detail}
          status={<SaveStatus />}
          tools={
            <>
              <BarTool label={m.editor.undo} disabled={!canUndo} onClick={() => stepBack(draft, 'undo')} />
              <BarTool label={m.editor.redo} disabled={!canRedo} onClick={() => stepBack(draft, 'redo')} />
              {detail.prior !== null && (
                <BarTool
                  label={m.editor.lastYear}
                  pressed={showPrior}
                  onClick={() => choose({ showPrior: !showPrior })}
                />
              )}
              <BarTool label={m.editor.import} onClick={() => setImporting({ given: null })} />
              <DownloadMenu detail={detail} beforeDownload={draft.flush} />
              <BarTool label={m.editor.history} onClick={() => setHistoryOpened(true)} />
              <BarTool label={m.editor.print} onClick={() => window.print()} />
            </>
          }
          moves={
            <>
              <Button onClick={() => void toSubmit()}>{m.editor.toSubmit}</Button>
              <MoveButtons detail={detail} onAsk={(move) => void draft.flush().then(() => setAsked(move))} />
            </>
          }
        />
        <div className={styles.columns}>
          <div className={styles.main}>
            <Link to="/" className={`${styles.back} no-print`}>
              {m.toBoard}
            </Link>
            <ReturnNotice detail={detail} />
            <SaveTrouble />
            <div className="no-print">
              <ReportForm />
            </div>
            {printing && <ReportReading marked={false} />}
          </div>
          <aside className={`${styles.aside} no-print`}>
            <FindingsPanel answers={detail.explanations} editable />
          </aside>
        </div>
        <ConflictDialog />
        <HistoryPanel detail={detail} opened={historyOpened} onClose={() => setHistoryOpened(false)} />
        {asked !== null && (
          <MoveDialog
            detail={{ ...detail, revision: draft.snapshot().revision }}
            move={asked}
            proposal=""
            onClose={() => setAsked(null)}
            onMoved={() => setAsked(null)}
          />
        )}
        {importing !== null && <FocusBack />}
        <Suspense>
          {importing !== null && (
            <ImportDialog detail={detail} given={importing.given} onClose={() => setImporting(null)} />
          )}
        </Suspense>
        {dragging && <DropOverlay report={m.reportOf(detail.agency.name, detail.year)} />}
      </main>
    </WorkspaceContext>
  );
}
