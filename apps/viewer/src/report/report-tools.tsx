import type { Locale, Report } from '@nianbao/core';
import { languageTag } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';
import type { ReportView } from '../site/address.ts';
import { fileAddress, reportAddress } from '../site/address.ts';
import type { PublishedAgency, ReportAddress } from '../viewer-data.ts';

interface ReportToolsProps {
  readonly address: ReportAddress;
  readonly view: ReportView;
  readonly prior: Report | null;
  readonly agency: PublishedAgency;
  readonly locale: Locale;
}

/** What a reader can do with a report: compare with last year, go to another year, take the data away. */
export function ReportTools({ address, view, prior, agency, locale }: ReportToolsProps) {
  const messages = messagesIn(locale);
  const neighbour = (year: number) => agency.years.find((known) => known.year === year);
  const at = (year: number) => reportAddress({ agencyId: agency.id, year, version: null });
  const older = neighbour(address.year - 1);
  const newer = neighbour(address.year + 1);
  return (
    <div className="tools nb-screen-only" lang={languageTag[locale]}>
      <ul>
        {prior !== null && (
          <li>
            <a href={reportAddress(address, { ...view, compare: !view.compare })}>
              {view.compare ? messages.stopCompare : messages.compare}
            </a>
          </li>
        )}
        {older !== undefined && (
          <li>
            <a href={at(older.year)}>{messages.olderYear(older.year)}</a>
          </li>
        )}
        {newer !== undefined && (
          <li>
            <a href={at(newer.year)}>{messages.newerYear(newer.year)}</a>
          </li>
        )}
        <li>
          {messages.download}
          {locale === 'zh' ? '：' : ': '}
          <a href={fileAddress(address, 'csv')}>CSV</a> <a href={fileAddress(address, 'json')}>JSON</a>
        </li>
      </ul>
      {view.compare && prior !== null && prior.year !== null && (
        <p className="note">{messages.compareNote(prior.year)}</p>
      )}
      {view.compare && prior === null && <p className="note">{messages.noPrior}</p>}
      <p className="note">{messages.clickFigure}</p>
    </div>
  );
}
