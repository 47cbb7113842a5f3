import type { Locale, NoRateReason, RateDefinition, Report } from '@nianbao/core';
import { computeRate, formatOf, noRateReasons, rates, rowFromFacts } from '@nianbao/core';
import { formatFigure, formatShare } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';

interface RateTableProps {
  readonly report: Report;
  readonly locale: Locale;
}

interface ComputedRate {
  readonly definition: RateDefinition;
  readonly value: string;
  /** The formula with its numbers. */
  readonly substituted: string;
}

/** The rates of a report with formula and numbers, and below them those that are not given, with the reason. */
export function RateTable({ report, locale }: RateTableProps) {
  const messages = messagesIn(locale);
  const format = formatOf(report);
  if (format === null) return null;
  const row = rowFromFacts(format, report.facts);
  const computed: ComputedRate[] = [];
  const missing = new Map<NoRateReason, string[]>();
  for (const definition of rates) {
    const rate = computeRate(definition, row);
    if (rate.kind === 'rate') {
      const substituted = `${formatFigure(rate.numerator, locale)} ÷ ${formatFigure(rate.denominator, locale)}`;
      computed.push({ definition, value: formatShare(rate.value, locale), substituted });
    } else {
      missing.set(rate.reason, [...(missing.get(rate.reason) ?? []), definition.name[locale]]);
    }
  }
  return (
    <section aria-labelledby="rates" className="supplement">
      <h2 id="rates">{messages.rates}</h2>
      <p>{messages.ratesLead}</p>
      {computed.length > 0 && (
        <table className="list rates" aria-labelledby="rates">
          <thead>
            <tr>
              <th scope="col">{messages.rate}</th>
              <th scope="col">{messages.value}</th>
              <th scope="col">{messages.formula}</th>
            </tr>
          </thead>
          <tbody>
            {computed.map(({ definition, value, substituted }) => (
              <tr key={definition.id}>
                <th scope="row">{definition.name[locale]}</th>
                <td className="rate">{value}</td>
                <td>
                  {definition.formula[locale]}
                  <span className="hint">{substituted}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {[...missing].map(([reason, names]) => (
        <p key={reason} className="note">
          {messages.ratesMissing(names.join(locale === 'zh' ? '、' : ', '), noRateReasons[reason][locale])}
        </p>
      ))}
    </section>
  );
}
