import { Modal } from '@mantine/core';
import { chinaDate } from '@nianbao/core';
import { formatDate, formatMoment } from '@nianbao/ui';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import styles from './editor.module.css';
import { fieldName, isPartOfReport } from './field-label.ts';
import type { ReportDetail } from './workspace.ts';

interface HistoryPanelProps {
  readonly detail: ReportDetail;
  readonly opened: boolean;
  onClose(): void;
}

const namedFields = 5;

/** Who did what with the report and when, newest first, and its public versions. */
export function HistoryPanel({ detail, opened, onClose }: HistoryPanelProps) {
  const m = useMessages();
  const { locale } = usePreferences();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={m.history.title}
      closeButtonProps={{ 'aria-label': m.close }}
    >
      {detail.publications.length > 0 && (
        <>
          <h3>{m.history.versions}</h3>
          <ol className={styles.history}>
            {detail.publications.map(({ version, publishedAt, digest, note }) => (
              <li key={version}>
                {m.history.version(version, formatDate(chinaDate(publishedAt), locale))}
                {note !== null && <p>{note}</p>}
                <p className="quiet small">{m.history.digest(digest.slice(0, 12))}</p>
              </li>
            ))}
          </ol>
          <h3>{m.history.steps}</h3>
        </>
      )}
      <ol className={styles.history}>
        {detail.history.map((event) => (
          <li key={`${event.at} ${event.action}`}>
            <time className="quiet small number" dateTime={event.at}>
              {formatMoment(event.at, locale)}
            </time>{' '}
            {event.by} {event.summary[locale]}
            <ChangedFields report={detail.report} fields={event.fields.filter(isPartOfReport)} />
            {event.reason !== null && <p>{m.history.reason(event.reason)}</p>}
          </li>
        ))}
      </ol>
    </Modal>
  );
}

interface ChangedFieldsProps {
  readonly report: ReportDetail['report'];
  readonly fields: readonly string[];
}

function ChangedFields({ report, fields }: ChangedFieldsProps) {
  const m = useMessages();
  const { locale } = usePreferences();
  if (fields.length === 0) return null;
  const more = fields.length - namedFields;
  return (
    <p className="quiet small">
      {m.listedLong(fields.slice(0, namedFields).map((field) => fieldName(report, field, { m, locale })))}
      {more > 0 && m.history.more(more)}
    </p>
  );
}
