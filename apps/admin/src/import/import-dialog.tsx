import { Modal } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { ReportDetail } from '../editor/workspace.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { useMessages } from '../preferences/preferences.tsx';
import type { GivenFile } from './given-file.ts';
import styles from './import.module.css';
import { ImportReview } from './import-review.tsx';
import { ReadingState } from './reading-state.tsx';
import { useReading } from './use-reading.ts';

const HelpPanel = lazy(async () => ({ default: (await import('../shell/help-panel.tsx')).HelpPanel }));

interface ImportDialogProps {
  readonly detail: ReportDetail;
  /** What was dropped or pasted; null to ask for a file. A new one takes the place of the one before. */
  readonly given: GivenFile | null;
  onClose(): void;
}

/** Reads a report file, shows what was understood, and takes over what the person chooses. */
export function ImportDialog({ detail, given, onClose }: ImportDialogProps) {
  const m = useMessages();
  const { draft } = useWorkspace();
  const { reading, start, reset } = useReading({ reportId: detail.id, draft }, given);
  const [chosen, setChosen] = useState(false);
  const [helpOpened, setHelpOpened] = useState(false);
  const leave = () => {
    if (reading.kind !== 'read' || !chosen || window.confirm(m.import.leaveQuestion)) onClose();
  };
  return (
    <Modal
      opened
      onClose={leave}
      fullScreen
      // With help on top, Escape closes help alone.
      closeOnEscape={!helpOpened}
      title={m.import.title}
      closeButtonProps={{ 'aria-label': m.close }}
      classNames={{ content: styles.dialog ?? '', header: styles.dialogHead ?? '', body: styles.dialogBody ?? '' }}
    >
      {reading.kind === 'read' ? (
        <ImportReview
          key={reading.result.receipt}
          detail={detail}
          result={reading.result}
          onChosen={() => setChosen(true)}
          onHelp={() => setHelpOpened(true)}
          onAgain={reset}
          onLeave={leave}
          onDone={onClose}
        />
      ) : (
        <ReadingState reading={reading} onGiven={start} onStop={reset} />
      )}
      <Suspense>{helpOpened && <HelpPanel here="import" onClose={() => setHelpOpened(false)} />}</Suspense>
    </Modal>
  );
}
