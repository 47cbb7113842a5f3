import { Loader, Modal } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { queryClient, useTRPC } from '../api/trpc.ts';
import { useProblemText } from '../api/use-problem-text.ts';
import type { ReportDetail } from '../editor/workspace.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { useMessages } from '../preferences/preferences.tsx';
import styles from './import.module.css';
import type { ImportChoice } from './import-choice.ts';
import { ImportReview } from './import-review.tsx';

const largestFile = 20 * 1024 * 1024;

interface ImportDialogProps {
  readonly detail: ReportDetail;
  /** A file that was dropped on the report; null to ask for one. */
  readonly file: File | null;
  onClose(): void;
}

/** Reads a report file, shows what was understood, and takes over what the person chooses. */
export function ImportDialog({ detail, file, onClose }: ImportDialogProps) {
  const m = useMessages();
  const trpc = useTRPC();
  const problemText = useProblemText();
  const { draft } = useWorkspace();
  const [tooLarge, setTooLarge] = useState(false);
  const read = useMutation(trpc.imports.read.mutationOptions());
  const accept = useMutation(
    trpc.imports.accept.mutationOptions({
      onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
    }),
  );

  const start = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setTooLarge(chosen.size > largestFile);
    if (chosen.size > largestFile) return;
    await draft.flush();
    const form = new FormData();
    form.set('reportId', detail.id);
    form.set('file', chosen);
    read.mutate(form);
  };
  const startDropped = useEffectEvent(() => {
    if (file !== null) void start(file);
  });
  useEffect(() => startDropped(), []);

  const take = async ({ keys, text, head }: ImportChoice) => {
    if (read.data === undefined) return;
    await draft.flush();
    const { revision } = draft.snapshot();
    await accept.mutateAsync({
      ...{ reportId: detail.id, revision, report: read.data.understood },
      ...{ keys: [...keys], parts: { text, head } },
    });
    const query = trpc.reports.get.queryOptions({ id: detail.id });
    draft.adopt(await queryClient.fetchQuery({ ...query, staleTime: 0 }));
    notifications.show({ message: m.import.taken(keys.size) });
    onClose();
  };

  return (
    <Modal opened onClose={onClose} fullScreen title={m.import.title} closeButtonProps={{ 'aria-label': m.close }}>
      <div className={styles.body}>
        {read.data === undefined ? (
          <>
            <p>{m.import.explained}</p>
            {(read.isError || tooLarge) && (
              <div className="notice-box" data-severity="error" role="alert">
                <p>{tooLarge ? m.import.tooLarge : problemText(read.error)}</p>
              </div>
            )}
            {read.isPending ? (
              <p role="status">
                <Loader size="sm" aria-hidden="true" /> {m.import.reading}
              </p>
            ) : (
              <Dropzone
                className={styles.drop}
                multiple={false}
                onDrop={(files: readonly File[]) => void start(files[0])}
                inputProps={{ 'aria-label': m.import.choose }}
              >
                <strong>{m.import.choose}</strong>
                <span className="quiet">{m.import.kinds}</span>
              </Dropzone>
            )}
          </>
        ) : (
          <ImportReview
            detail={detail}
            result={read.data}
            busy={accept.isPending}
            onTake={(choice) => void take(choice).catch(() => undefined)}
            onAgain={read.reset}
          />
        )}
      </div>
    </Modal>
  );
}
