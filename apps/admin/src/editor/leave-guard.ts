import { useBlocker } from '@tanstack/react-router';
import type { DraftSession } from '../draft/draft-session.ts';

/** Keeps a person from losing edits by leaving: saves first within the application, asks when the page is closed. */
export function useLeaveGuard(draft: DraftSession, question: string): void {
  useBlocker({
    enableBeforeUnload: () => draft.snapshot().state !== 'saved',
    shouldBlockFn: async () => {
      if (draft.snapshot().state === 'saved') return false;
      await draft.flush();
      return draft.snapshot().state !== 'saved' && !window.confirm(question);
    },
  });
}
