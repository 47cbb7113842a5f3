import type { Locale, Report } from '@nianbao/core';
import { computeRate, formatOf, noRateReasons, rates, rowFromFacts } from '@nianbao/core';
import { formatFigure, formatShare } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';

interface RateTableProps {
  readonly report: Report;
  readonly locale: Locale;
}

/** The rates of a report with formula and numbers, or the reason why there is none. */
export function RateTable({ report, locale }: RateTableProps) {
  const messages = messagesIn(locale);
  const format = formatOf(report);
  if (format === null) return null;
  const row = rowFromFacts(format, report.facts);
  return (
    <section aria-labelledby="rates" className="supplement">
      <h2 id="rates">{messages.rates}</h2>
      <p>{messages.ratesLead}</p>
      <table className="list rates" aria-labelledby="rates">
        <thead>
          <tr>
            <th scope="col">{messages.rate}</th>
            <th scope="col">{messages.value}</th>
            <th scope="col">{messages.formula}</th>
          </tr>
        </thead>
        <tbody>
          {rates.map((definition) => {
            const rate = computeRate(definition, row);
            return (
              <tr key={definition.id}>
                <th scope="row">{definition.name[locale]}</th>
                <td className="rate">{rate.kind === 'rate' ? formatShare(rate.value, locale) : messages.noRate}</td>
                <td>
                  {definition.formula[locale]}
                  <span className="hint">
                    {rate.kind === 'rate'
                      ? `${formatFigure(rate.numerator, locale)} ÷ ${formatFigure(rate.denominator, locale)}`
                      : noRateReasons[rate.reason][locale]}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
