import { useState } from 'react';
import { problemOf } from '../api/problem.ts';
import { queryClient, trpc, trpcClient } from '../api/trpc.ts';
import { useProblemText } from '../api/use-problem-text.ts';
import { useWorkspace } from '../editor/workspace-context.tsx';
import { showCell } from './cell-focus.ts';
import { withoutFields } from './import-choice.ts';
import type { Review } from './review.ts';

const factPrefix = 'fact:';

/** Fields that somebody else saved during the review, with who did. */
export type ChangedMeanwhile = readonly { readonly field: string; readonly by: string }[];

/** What stands in the way of taking over; the choice is kept. */
export type TakingTrouble =
  | { readonly kind: 'offline' | 'unsaved' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'changed'; readonly fields: ChangedMeanwhile };

function showFirst(fields: ChangedMeanwhile): void {
  const fact = fields.find(({ field }) => field.startsWith(factPrefix));
  if (fact !== undefined) showCell(fact.field.slice(factPrefix.length), 'center');
}

/** Takes over what is chosen, as one step that can be undone. */
export function useTakingOver({ result, choice }: Review, onTaken: () => void) {
  const { id, draft } = useWorkspace();
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<TakingTrouble | null>(null);

  const newest = async () => queryClient.fetchQuery({ ...trpc.reports.get.queryOptions({ id }), staleTime: 0 });

  const accept = async (): Promise<TakingTrouble | null> => {
    await draft.flush();
    const { revision, state } = draft.snapshot();
    if (state !== 'saved') return { kind: state === 'offline' ? 'offline' : 'unsaved' };
    const { keys, text, head } = choice.get();
    const { name, kind, digest } = result.file;
    try {
      await trpcClient.imports.accept.mutate({
        ...{ reportId: id, revision, report: result.understood, keys: [...keys] },
        parts: { text: [...text], head: [...head] },
        source: { file: { name, kind, digest }, receipt: result.receipt },
      });
      draft.adopt(await newest());
      return null;
    } catch (error) {
      const { kind: problem, details } = problemOf(error);
      if (problem === 'offline') return { kind: 'offline' };
      if (details.conflicts === undefined) return { kind: 'refused', sentence: problemText(error) };
      draft.replace(await newest());
      const fields = details.conflicts.map(({ field, by }) => ({ field, by: by ?? '' }));
      choice.set(withoutFields(choice.get(), new Set(fields.map(({ field }) => field))));
      return { kind: 'changed', fields };
    }
  };

  const take = async () => {
    setBusy(true);
    setTrouble(null);
    const outcome = await accept().catch(
      (error: unknown): TakingTrouble => ({
        kind: 'refused',
        sentence: problemText(error),
      }),
    );
    setBusy(false);
    if (outcome === null) onTaken();
    else setTrouble(outcome);
    if (outcome?.kind === 'changed') showFirst(outcome.fields);
  };
  return { busy, trouble, take };
}
