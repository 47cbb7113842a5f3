import type { Locale } from '@nianbao/core';
import { chinaDate } from '@nianbao/core';
import { formatDate } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';
import { reportAddress } from '../site/address.ts';
import type { PublishedReport } from '../viewer-data.ts';

interface VersionNoticeProps {
  readonly published: PublishedReport;
  readonly year: number;
  readonly locale: Locale;
}

/** Says at the top that a report was corrected, or that the reader has a former version; else nothing. */
export function VersionNotice({ published, year, locale }: VersionNoticeProps) {
  const messages = messagesIn(locale);
  const current = published.versions.at(-1);
  if (current === undefined || published.versions.length < 2) return null;
  if (published.version !== current.version) {
    return (
      <p className="notice" data-kind="superseded">
        <span aria-hidden="true">⚠</span> {messages.superseded(published.version, current.version)}{' '}
        <a href={reportAddress({ agencyId: published.agency.id, year, version: null })}>{messages.seeCurrent}</a>
      </p>
    );
  }
  return (
    <p className="notice">
      {messages.corrected(current.version, formatDate(chinaDate(current.publishedAt), locale))}
      {current.note !== null && (
        <>
          {' '}
          {messages.correctionNote}
          {locale === 'zh' ? '：' : ': '}
          <span lang="zh-CN">{current.note}</span>
        </>
      )}{' '}
      <a href="#versions">{messages.versions}</a>
    </p>
  );
}
