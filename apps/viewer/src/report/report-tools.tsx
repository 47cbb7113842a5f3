import type { Locale, Report } from '@nianbao/core';
import { languageTag } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';
import type { FileKind, ReportView } from '../site/address.ts';
import { reportAddress } from '../site/address.ts';
import type { PublishedAgency, ReportAddress } from '../viewer-data.ts';
import { Downloads } from './downloads.tsx';

interface ReportToolsProps {
  readonly address: ReportAddress;
  readonly view: ReportView;
  readonly prior: Report | null;
  readonly agency: PublishedAgency;
  readonly files: readonly FileKind[];
  readonly locale: Locale;
}

/** What a reader can do with a report: compare with last year, go to another year, take the data away. */
export function ReportTools({ address, view, prior, agency, files, locale }: ReportToolsProps) {
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
      </ul>
      <Downloads address={address} files={files} locale={locale} />
      {view.compare && prior !== null && prior.year !== null && (
        <p className="note">{messages.compareNote(prior.year)}</p>
      )}
      {view.compare && prior === null && <p className="note">{messages.noPrior}</p>}
      <p className="note">{messages.clickFigure}</p>
    </div>
  );
}
