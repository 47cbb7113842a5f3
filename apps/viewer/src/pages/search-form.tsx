import type { Locale } from '@nianbao/core';
import { messagesIn } from '../messages/messages.ts';
import type { ListQuery, PublishedList } from '../viewer-data.ts';

interface SearchFormProps {
  readonly query: ListQuery;
  readonly list: PublishedList;
  readonly locale: Locale;
}

/** Search by name, year and region; a plain form whose result has an address of its own. */
export function SearchForm({ query, list, locale }: SearchFormProps) {
  const messages = messagesIn(locale);
  return (
    <search>
      <form method="get" action="/" className="search" aria-label={messages.search}>
        <div className="field field-wide">
          <label htmlFor="search">{messages.agencyName}</label>
          <input
            id="search"
            name="search"
            type="search"
            defaultValue={query.search ?? ''}
            aria-describedby="search-hint"
            maxLength={100}
          />
          <span id="search-hint" className="hint">
            {messages.agencyNameHint}
          </span>
        </div>
        <div className="field">
          <label htmlFor="year">{messages.year}</label>
          <select id="year" name="year" defaultValue={query.year ?? ''}>
            <option value="">{messages.allYears}</option>
            {list.years.map(({ year, reports }) => (
              <option key={year} value={year}>
                {`${year} (${reports})`}
              </option>
            ))}
          </select>
        </div>
        {list.regions.length > 0 && (
          <div className="field">
            <label htmlFor="region">{messages.region}</label>
            <select id="region" name="region" defaultValue={query.region ?? ''}>
              <option value="">{messages.allRegions}</option>
              {list.regions.map(({ code, name, reports }) => (
                <option key={code} value={code}>
                  {`${name} (${reports})`}
                </option>
              ))}
            </select>
          </div>
        )}
        <button type="submit">{messages.find}</button>
      </form>
    </search>
  );
}
