import type { Cell, Format, Locale, Report } from '@nianbao/core';
import { Figure } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';
import type { PublishedYear } from '../viewer-data.ts';
import type { Comparable } from './comparison.ts';
import { comparison } from './comparison.ts';

interface YearValuesProps {
  readonly cell: Cell;
  readonly format: Format;
  readonly report: Report;
  /** What the organ published, newest first; the report's own year is told by the report. */
  readonly years: readonly PublishedYear[];
  readonly locale: Locale;
}

/** A figure over the years. Years that count something else are marked off, with the reason below. */
export function YearValues({ cell, format, report, years, locale }: YearValuesProps) {
  const messages = messagesIn(locale);
  const values = years
    .map(({ year, ...other }) => ({
      year,
      own: year === report.year,
      value: comparison(format, year === report.year ? report : other)(cell.key),
    }))
    .reverse();
  const reasons = new Set(
    values.flatMap(({ value }) => (value.kind === 'value' ? [] : (value.reason?.[locale] ?? []))),
  );
  return (
    <>
      <table className="year-values" aria-label={messages.years}>
        <thead>
          <tr>
            {values.map(({ year, own }) => (
              <th key={year} scope="col" aria-current={own ? 'true' : undefined}>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {values.map(({ year, own, value }) => (
              <td key={year} aria-current={own ? 'true' : undefined}>
                <YearValue value={value} locale={locale} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {[...reasons].map((reason) => (
        <p key={reason} className="note">
          {reason}
        </p>
      ))}
    </>
  );
}

function YearValue({ value, locale }: { readonly value: Comparable; readonly locale: Locale }) {
  if (value.kind === 'none') return <span className="nb-absent">{messagesIn(locale).notComparable}</span>;
  return (
    <>
      <Figure value={value.value} locale={locale} />
      {value.kind === 'break' && <span className="break">{messagesIn(locale).notComparable}</span>}
    </>
  );
}
