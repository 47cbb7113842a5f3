import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { problemOf } from '../api/problem.ts';
import { uploadClient } from '../api/trpc.ts';
import type { DraftSession } from '../draft/draft-session.ts';
import type { GivenFile, Unsendable } from './given-file.ts';
import type { ImportResult } from './read-cells.ts';

/** How far the reading of a file has come. `sent` is null once the server has all of it. */
export type Reading =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'unsendable'; readonly name: string; readonly why: Unsendable }
  | { readonly kind: 'busy'; readonly file: File; readonly sent: number | null }
  | { readonly kind: 'failed'; readonly file: File; readonly problem: Problem }
  | { readonly kind: 'read'; readonly file: File; readonly result: ImportResult };

interface ReadingTarget {
  readonly reportId: string;
  readonly draft: DraftSession;
}

/** Sends a file to be read for a draft. The file stays in hand, so that it can be sent again after a failure. */
export function useReading({ reportId, draft }: ReadingTarget, given: GivenFile | null) {
  const [reading, setReading] = useState<Reading>({ kind: 'choosing' });
  const running = useRef<AbortController | null>(null);

  const send = async (file: File) => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    const show = (next: Reading) => {
      if (!stop.signal.aborted) setReading(next);
    };
    show({ kind: 'busy', file, sent: 0 });
    try {
      await draft.flush();
      const form = new FormData();
      form.set('reportId', reportId);
      form.set('file', file);
      const client = uploadClient((sent) => show({ kind: 'busy', file, sent }));
      const result = await client.imports.read.mutate(form, { signal: stop.signal });
      show({ kind: 'read', file, result });
    } catch (error) {
      show({ kind: 'failed', file, problem: problemOf(error) });
    }
  };
  const start = (next: GivenFile) => {
    running.current?.abort();
    if (next.kind === 'unsendable') setReading(next);
    else void send(next.file);
  };
  const reset = () => {
    running.current?.abort();
    setReading({ kind: 'choosing' });
  };

  const startGiven = useEffectEvent((next: GivenFile | null) => {
    if (next !== null) start(next);
  });
  useEffect(() => startGiven(given), [given]);
  useEffect(() => () => running.current?.abort(), []);
  return { reading, start, reset };
}
