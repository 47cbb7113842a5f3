import type { Locale } from '@nianbao/core';
import { messagesIn } from '../messages/messages.ts';
import { listAddress } from '../site/address.ts';
import type { ListQuery, PublishedList } from '../viewer-data.ts';

interface PaginationProps {
  readonly query: ListQuery;
  readonly list: PublishedList;
  readonly locale: Locale;
}

/** Links to the pages before and after; nothing where one page holds all. */
export function Pagination({ query, list, locale }: PaginationProps) {
  const messages = messagesIn(locale);
  const pages = Math.ceil(list.total / list.pageSize);
  if (pages <= 1) return null;
  return (
    <nav className="pages" aria-label={messages.pages}>
      {query.page > 1 && (
        <a rel="prev" href={listAddress({ ...query, page: Math.min(query.page - 1, pages) })}>
          {messages.previousPage}
        </a>
      )}
      <span>{messages.pageOf(Math.min(query.page, pages), pages)}</span>
      {query.page < pages && (
        <a rel="next" href={listAddress({ ...query, page: query.page + 1 })}>
          {messages.nextPage}
        </a>
      )}
    </nav>
  );
}
