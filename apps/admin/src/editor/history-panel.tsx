import { Modal } from '@mantine/core';
import { formatDate } from '@nianbao/ui';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import styles from './editor.module.css';
import { fieldName } from './field-label.ts';
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
                {m.history.version(version, formatDate(publishedAt, locale))}
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
              {new Date(event.at).toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB', {
                dateStyle: 'medium',
                timeStyle: 'short',
              })}
            </time>{' '}
            {event.by} {event.summary[locale]}
            {event.fields.length > 0 && (
              <p className="quiet small">
                {event.fields
                  .slice(0, namedFields)
                  .map((field) => fieldName(detail.report, field, { m, locale }))
                  .join('；')}
                {event.fields.length > namedFields && m.history.more(event.fields.length - namedFields)}
              </p>
            )}
            {event.reason !== null && <p>{m.history.reason(event.reason)}</p>}
          </li>
        ))}
      </ol>
    </Modal>
  );
}
