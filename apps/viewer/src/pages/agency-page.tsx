import type { Locale } from '@nianbao/core';
import { computeRate, formatById, rates, rowFromFacts } from '@nianbao/core';
import { Figure, formatDate, formatShare } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';
import { reportAddress } from '../site/address.ts';
import type { PageFrame } from '../site/site-page.tsx';
import { SitePage } from '../site/site-page.tsx';
import type { PublishedAgency, PublishedYear } from '../viewer-data.ts';
import { YearChart } from './year-chart.tsx';

interface AgencyPageProps {
  readonly frame: PageFrame;
  readonly agency: PublishedAgency;
}

const keyFigures = [
  ['received', 't3.received.total'],
  ['carriedIn', 't3.carriedIn.total'],
  ['processed', 't3.processedTotal.total'],
  ['carriedOut', 't3.carriedOut.total'],
] as const;

const lawsuitKeys = ['t4.litigationDirect.total', 't4.litigationAfterReview.total'] as const;

function lawsuits({ facts }: PublishedYear): number | null {
  const [direct, afterReview] = lawsuitKeys.map((key) => facts[key]);
  return typeof direct === 'number' && typeof afterReview === 'number' ? direct + afterReview : null;
}

function disclosureRate(year: PublishedYear, locale: Locale): string {
  const definition = rates.find(({ id }) => id === 'disclosed');
  if (year.format === null || definition === undefined) return messagesIn(locale).noRate;
  const rate = computeRate(definition, rowFromFacts(formatById[year.format], year.facts));
  return rate.kind === 'rate' ? formatShare(rate.value, locale) : messagesIn(locale).noRate;
}

/** One organ: its reports by year with the figures that readers ask for first. */
export function AgencyPage({ frame, agency }: AgencyPageProps) {
  const { locale } = frame.preferences;
  const messages = messagesIn(locale);
  const changesFormat = new Set(agency.years.map(({ format }) => format)).size > 1;
  return (
    <SitePage frame={frame} title={agency.name} description={`${agency.name} ${messages.agencyReports}`} crumbs={[]}>
      <div className="page">
        <h1 lang="zh-CN">{agency.name}</h1>
        <dl className="facts-line">
          {agency.region !== null && (
            <div>
              <dt>{messages.region}</dt>
              <dd lang="zh-CN">{agency.region.name}</dd>
            </div>
          )}
          {agency.creditCode !== null && (
            <div>
              <dt>{messages.creditCode}</dt>
              <dd>{agency.creditCode}</dd>
            </div>
          )}
        </dl>
        <h2 id="years">{messages.agencyReports}</h2>
        <YearChart years={agency.years} locale={locale} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="scroll" aria-labelledby="years" tabIndex={0}>
          <table className="list numbers" aria-labelledby="years">
            <caption className="unit">{messages.unitCases}</caption>
            <thead>
              <tr>
                <th scope="col">{messages.year}</th>
                {keyFigures.map(([name]) => (
                  <th key={name} scope="col">
                    {messages[name]}
                  </th>
                ))}
                <th scope="col">{messages.disclosureRate}</th>
                <th scope="col">{messages.reviews}</th>
                <th scope="col">{messages.lawsuits}</th>
                <th scope="col">{messages.publishedOn}</th>
              </tr>
            </thead>
            <tbody>
              {agency.years.map((year) => (
                <YearRow key={year.year} agencyId={agency.id} year={year} locale={locale} />
              ))}
            </tbody>
          </table>
        </section>
        <p className="note">{messages.rateNote}</p>
        {changesFormat && <p className="note">{messages.formatBreak}</p>}
      </div>
    </SitePage>
  );
}

interface YearRowProps {
  readonly agencyId: string;
  readonly year: PublishedYear;
  readonly locale: Locale;
}

function YearRow({ agencyId, year, locale }: YearRowProps) {
  const messages = messagesIn(locale);
  const figures = (
    <>
      {keyFigures.map(([name, key]) => (
        <td key={name}>
          <Figure value={year.facts[key]} locale={locale} />
        </td>
      ))}
      <td>{disclosureRate(year, locale)}</td>
      <td>
        <Figure value={year.facts['t4.review.total']} locale={locale} />
      </td>
      <td>
        <Figure value={lawsuits(year)} locale={locale} />
      </td>
    </>
  );
  return (
    <tr>
      <th scope="row">
        <a href={reportAddress({ agencyId, year: year.year, version: null })}>{messages.yearOf(year.year)}</a>
      </th>
      {year.format === null ? <td colSpan={keyFigures.length + 3}>{messages.noTables}</td> : figures}
      <td>
        <time dateTime={year.publishedOn}>{formatDate(year.publishedOn, locale)}</time>
        {year.version > 1 && <span className="tag">{messages.versionOf(year.version)}</span>}
      </td>
    </tr>
  );
}
