import type { Locale } from '@nianbao/core';
import { chinaDate } from '@nianbao/core';
import { formatDate } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';
import { reportAddress } from '../site/address.ts';
import type { PublishedReport } from '../viewer-data.ts';

interface VersionsProps {
  readonly published: PublishedReport;
  readonly year: number;
  readonly locale: Locale;
}

/** Every version that was public, with its note; former ones stay readable at their own addresses. */
export function Versions({ published, year, locale }: VersionsProps) {
  const messages = messagesIn(locale);
  const current = published.versions.at(-1)?.version;
  return (
    <section aria-labelledby="versions" className="supplement">
      <h2 id="versions">{messages.versions}</h2>
      <p>{messages.versionsLead}</p>
      <ol className="versions" reversed>
        {[...published.versions].reverse().map(({ version, publishedAt, note, digest }) => (
          <li key={version}>
            <p>
              <a href={reportAddress({ agencyId: published.agency.id, year, version })}>
                {messages.versionOf(version)}
              </a>
              <time dateTime={publishedAt}>{formatDate(chinaDate(publishedAt), locale)}</time>
              {version === current && <span className="tag">{messages.currentVersion}</span>}
              {version === published.version && <span className="tag">{messages.thisVersion}</span>}
            </p>
            <p lang={note === null ? undefined : 'zh-CN'}>{note ?? messages.firstPublication}</p>
            <p className="hint">
              {messages.digest} <code>{digest}</code>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
