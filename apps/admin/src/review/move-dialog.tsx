import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { useTRPC } from '../api/trpc.ts';
import { useProblemText } from '../api/use-problem-text.ts';
import type { AskedMove } from '../editor/may-edit.ts';
import type { ReportDetail } from '../editor/workspace.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { useFocusBack } from '../shell/focus-back.tsx';
import { reasonOf } from './review-moves.ts';

interface MoveDialogProps {
  readonly detail: ReportDetail;
  readonly move: AskedMove;
  /** What the reason says before the person writes. */
  readonly proposal: string;
  onClose(): void;
  onMoved(move: AskedMove): void;
}

/** Asks once before a report moves on, with the reason where one is needed. Enter in the dialogue confirms. */
export function MoveDialog({ detail, move, proposal, onClose, onMoved }: MoveDialogProps) {
  const m = useMessages();
  useFocusBack();
  const { locale } = usePreferences();
  const trpc = useTRPC();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [reason, setReason] = useState(proposal);
  const mutation = useMutation(
    trpc.reports.move.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: trpc.reports.pathKey() });
        onMoved(move);
      },
    }),
  );
  const asked = reasonOf(move);
  const refusals = mutation.error === null ? [] : (problemOf(mutation.error).details.refusals ?? []);
  const confirm = () =>
    mutation.mutate({
      id: detail.id,
      revision: detail.revision,
      move,
      ...(asked === 'none' || reason.trim() === '' ? {} : { reason: reason.trim() }),
    });

  return (
    <Modal opened onClose={onClose} title={m.moves[move].title} size="lg" closeButtonProps={{ 'aria-label': m.close }}>
      <p>{m.moves[move].explained}</p>
      {asked !== 'none' && (
        <Textarea
          label={move === 'correct' ? m.review.correctionNote : m.review.reason}
          rows={8}
          maxLength={5000}
          required={asked === 'required'}
          withAsterisk={false}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {mutation.error !== null && (
        <div className="notice-box" data-severity="error" role="alert">
          <p>{problemText(mutation.error)}</p>
          {refusals.length > 0 && (
            <ul>
              {refusals.map((refusal) => (
                <li key={refusal.code}>{refusal[locale]}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className="actions dialog-actions">
        <Button
          data-autofocus={asked === 'none' ? true : undefined}
          disabled={asked === 'required' && reason.trim() === ''}
          loading={mutation.isPending}
          onClick={confirm}
        >
          {m.moves[move].verb}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {m.cancel}
        </Button>
      </div>
    </Modal>
  );
}
