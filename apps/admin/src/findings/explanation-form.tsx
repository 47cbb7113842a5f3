import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Facts, Finding } from '@nianbao/core';
import { answeredBy } from '@nianbao/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTRPC } from '../api/trpc.ts';
import { useProblemText } from '../api/use-problem-text.ts';
import { useMessages } from '../preferences/preferences.tsx';
import type { GivenAnswer } from './explanations.ts';

interface ExplanationFormProps {
  readonly reportId: string;
  readonly finding: Finding;
  /** The figures that the finding stands among. */
  readonly facts: Facts;
  readonly given: GivenAnswer | null;
  /** Makes sure that the server knows the figures that the explanation is about. */
  beforeSaving(): Promise<void>;
}

/** The editor's written answer to a warning: shown, written, mended, taken back. */
export function ExplanationForm({ reportId, finding, facts, given, beforeSaving }: ExplanationFormProps) {
  const m = useMessages();
  const trpc = useTRPC();
  const client = useQueryClient();
  const problemText = useProblemText();
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const settled = {
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: trpc.reports.get.queryKey({ id: reportId }) });
      setText(null);
    },
    onError: async (error: unknown) => {
      notifications.show({ color: 'red', message: problemText(error) });
      // What somebody else has written meanwhile is shown above one's own text.
      await client.invalidateQueries({ queryKey: trpc.reports.get.queryKey({ id: reportId }) });
    },
  };
  const explain = useMutation(trpc.reports.explain.mutationOptions(settled));
  const unexplain = useMutation(trpc.reports.unexplain.mutationOptions(settled));
  const { rule, instance, mark } = answeredBy(finding, facts);

  if (text === null && given !== null) {
    return (
      <div>
        <p>
          <span className="quiet small">{given.stands ? m.explanation.given : m.explanation.outdated}</span>
          <br />
          {given.answer.text}
        </p>
        <div className="actions small">
          <button type="button" className="link-button" onClick={() => setText(given.answer.text)}>
            {given.stands ? m.explanation.change : m.explanation.renew}
          </button>
          <button
            type="button"
            className="link-button"
            disabled={unexplain.isPending}
            onClick={() => unexplain.mutate({ id: reportId, rule, instance, mark: given.answer.mark })}
          >
            {m.explanation.takeBack}
          </button>
        </div>
      </div>
    );
  }
  if (text === null) {
    return (
      <button type="button" className="link-button" onClick={() => setText('')}>
        {m.explanation.write}
      </button>
    );
  }
  const save = async () => {
    await beforeSaving();
    const replaces = given?.stands ? given.answer.text : null;
    explain.mutate({ id: reportId, rule, instance, mark, text: text.trim(), replaces });
  };
  return (
    <div className="stack">
      {given?.stands && (
        <p className="quiet small">
          {m.explanation.given}
          <br />
          {given.answer.text}
        </p>
      )}
      <Textarea
        id={id}
        label={m.explanation.label}
        description={m.explanation.public}
        rows={3}
        maxLength={2000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="actions">
        <Button size="compact-md" disabled={text.trim() === ''} loading={explain.isPending} onClick={() => void save()}>
          {m.explanation.save}
        </Button>
        <Button size="compact-md" variant="subtle" onClick={() => setText(null)}>
          {m.cancel}
        </Button>
      </div>
    </div>
  );
}
