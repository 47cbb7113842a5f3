import { chinaDate } from '@nianbao/core';
import { formatDate } from '@nianbao/ui';
import type { ReportDetail } from '../editor/workspace.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';

/** Why the reviewer sent the report back, while it is back. */
export function ReturnNotice({
  detail,
}: {
  readonly detail: Pick<ReportDetail, 'state' | 'history' | 'correctionNote'>;
}) {
  const m = useMessages();
  const { locale } = usePreferences();
  const event = detail.history.find(({ action }) => action === 'report.return');
  const correcting = detail.correctionNote !== null && (
    <div className="notice-box no-print">
      <p>
        <strong>{m.review.correcting}</strong>
        {detail.correctionNote}
      </p>
    </div>
  );
  if (detail.state !== 'returned' || event === undefined) return correcting;
  return (
    <>
      {correcting}
      <div className="notice-box no-print" data-severity="warning">
        <p>
          <strong>{m.review.returnedBy(event.by ?? '', formatDate(chinaDate(event.at), locale))}</strong>
        </p>
        <p className="keep-lines">{event.reason}</p>
      </div>
    </>
  );
}
