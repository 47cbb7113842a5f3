import type { Locale } from '@nianbao/core';
import { formatDate } from '@nianbao/ui';
import type { Messages } from '../messages/messages.ts';
import { messagesIn } from '../messages/messages.ts';
import { agencyAddress, listAddress, reportAddress } from '../site/address.ts';
import type { PageFrame } from '../site/site-page.tsx';
import { SitePage } from '../site/site-page.tsx';
import type { ListQuery, PublishedList } from '../viewer-data.ts';
import { Pagination } from './pagination.tsx';
import { SearchForm } from './search-form.tsx';

interface HomePageProps {
  readonly frame: PageFrame;
  readonly query: ListQuery;
  readonly list: PublishedList;
}

function coverageText(list: PublishedList, messages: Messages): string | null {
  if (list.coverage === null) return null;
  const { year, published, due } = list.coverage;
  return due === null ? messages.coverageUnknown(year, published) : messages.coverage(year, published, due);
}

/** The front page: what this is, the search, and the published reports with how complete they are. */
export function HomePage({ frame, query, list }: HomePageProps) {
  const { locale } = frame.preferences;
  const messages = messagesIn(locale);
  const coverage = coverageText(list, messages);
  const filtered = query.search !== null || query.year !== null || query.region !== null;
  return (
    <SitePage frame={frame} title={null} description={messages.homeLead}>
      <div className="page">
        <h1>{messages.siteName}</h1>
        <p className="lead">{messages.homeLead}</p>
        <SearchForm query={query} list={list} locale={locale} />
        <section aria-labelledby="published">
          <h2 id="published">{messages.published}</h2>
          {list.total > 0 && (
            <p className="counts">
              {messages.found(list.total)}
              {locale === 'zh' ? '。' : '. '}
              {coverage}
            </p>
          )}
          {list.items.length > 0 && <ReportTable list={list} locale={locale} />}
          {list.items.length === 0 && <Nothing filtered={filtered} messages={messages} />}
          <Pagination query={query} list={list} locale={locale} />
        </section>
      </div>
    </SitePage>
  );
}

function Nothing({ filtered, messages }: { readonly filtered: boolean; readonly messages: Messages }) {
  if (!filtered) {
    return (
      <div className="nothing">
        <p>
          <strong>{messages.nothingPublished}</strong>
        </p>
        <p>{messages.nothingPublishedHelp}</p>
      </div>
    );
  }
  return (
    <div className="nothing">
      <p>
        <strong>{messages.nothingFound}</strong>
      </p>
      <p>{messages.nothingFoundHelp}</p>
      <p>
        <a href={listAddress({})}>{messages.clear}</a>
      </p>
    </div>
  );
}

function ReportTable({ list, locale }: { readonly list: PublishedList; readonly locale: Locale }) {
  const messages = messagesIn(locale);
  return (
    <table className="list">
      <caption className="nb-visually-hidden">{messages.published}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.reportColumn}</th>
          <th scope="col">{messages.year}</th>
          <th scope="col">{messages.region}</th>
          <th scope="col">{messages.publishedOn}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((item) => (
          <tr key={`${item.agencyId} ${item.year}`}>
            <th scope="row">
              <a
                lang="zh-CN"
                href={reportAddress({ agencyId: item.agencyId, year: item.year, version: null })}
                className="list-title"
              >
                {item.title}
              </a>
              <a lang="zh-CN" href={agencyAddress(item.agencyId)} className="list-agency">
                {item.agencyName}
              </a>
            </th>
            <td data-name={messages.year}>{item.year}</td>
            <td data-name={messages.region} lang="zh-CN">
              {item.region?.name}
            </td>
            <td data-name={messages.publishedOn}>
              <time dateTime={item.publishedOn}>{formatDate(item.publishedOn, locale)}</time>
              {item.version > 1 && <span className="tag">{messages.versionOf(item.version)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
