import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { problemOf } from './problem.ts';

/** What to tell the person of a failed call: the server's words, or our own where it was not reached. */
export function useProblemText(): (error: unknown) => string {
  const m = useMessages();
  const { locale } = usePreferences();
  return (error) => {
    const { text, kind } = problemOf(error);
    return text?.[locale] ?? m.problems[kind].next;
  };
}
