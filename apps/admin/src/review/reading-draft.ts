import type { DraftSession } from '../draft/draft-session.ts';
import { openDraft } from '../draft/draft-session.ts';
import type { ReportDetail } from '../editor/workspace.ts';

/** The draft of a report that is only read: nothing is ever changed, so nothing is saved or kept. */
export function readingDraft({ report, revision }: Pick<ReportDetail, 'report' | 'revision'>): DraftSession {
  return openDraft({ report, revision }, null, {
    save: async () => ({ kind: 'offline' }),
    reload: async () => ({ report, revision }),
    keep: () => true,
    later: () => () => undefined,
    now: () => 0,
  });
}
