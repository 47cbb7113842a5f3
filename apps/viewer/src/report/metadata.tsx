import type { Contact, Locale } from '@nianbao/core';
import { formatOf } from '@nianbao/core';
import { formatDate, languageTag } from '@nianbao/ui';
import type { ReactNode } from 'react';
import { messagesIn } from '../messages/messages.ts';
import type { PublishedReport } from '../viewer-data.ts';

interface MetadataProps {
  readonly published: PublishedReport;
  readonly locale: Locale;
}

/** The particulars of a publication, ruled as on government sites: index number, publisher, dates, version, digest. */
export function Metadata({ published, locale }: MetadataProps) {
  const messages = messagesIn(locale);
  const { report, version, versions } = published;
  const digest = versions.find((known) => known.version === version)?.digest ?? null;
  const date = (day: string | null) => (day === null ? null : <time dateTime={day}>{formatDate(day, locale)}</time>);
  const entries: readonly (readonly [name: string, value: ReactNode])[] = [
    [messages.indexNumber, report.indexNumber],
    [
      messages.publisher,
      <span key="publisher" lang="zh-CN">
        {published.agency.name}
      </span>,
    ],
    [messages.writtenOn, date(report.writtenOn)],
    [messages.publishedOn, date(report.publishedOn)],
    [messages.version, messages.versionOf(version)],
    [
      messages.basis,
      <span key="basis" lang="zh-CN">
        {formatOf(report)?.basis ?? messages.noTables}
      </span>,
    ],
  ];
  return (
    <dl className="metadata" aria-label={messages.metadata} lang={languageTag[locale]}>
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <span className="nb-absent">{messages.notStated}</span>}</dd>
        </div>
      ))}
      {digest !== null && (
        <div className="metadata-wide">
          <dt>{messages.digest}</dt>
          <dd>
            <code>{digest}</code>
          </dd>
        </div>
      )}
      {report.contact !== null && <ContactEntries contact={report.contact} locale={locale} />}
    </dl>
  );
}

function ContactEntries({ contact, locale }: { readonly contact: Contact; readonly locale: Locale }) {
  const messages = messagesIn(locale);
  const listed = (values: readonly string[]) => values.join(locale === 'zh' ? '、' : ', ');
  const entries = [
    [messages.contactName, contact.name],
    [messages.address, contact.address],
    [messages.postcode, contact.postcode],
    [messages.phone, listed(contact.phones)],
    [messages.email, listed(contact.emails)],
  ] as const;
  const given = entries.filter(([, value]) => value !== null && value !== '');
  if (given.length === 0) return null;
  return (
    <div className="metadata-wide">
      <dt>{messages.contact}</dt>
      <dd>
        {given.map(([name, value]) => (
          <span key={name}>
            {name}
            {locale === 'zh' ? '：' : ': '}
            <span lang="zh-CN">{value}</span>
          </span>
        ))}
      </dd>
    </div>
  );
}
