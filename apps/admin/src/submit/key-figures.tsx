import type { Report } from '@nianbao/core';
import { cellKeyOf, formatOf } from '@nianbao/core';
import { Figure, PriorFigure } from '@nianbao/ui';
import { cellName } from '../editor/field-label.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';

/** The figures that a person knows by heart; each format has those of them that it asks for. */
const keyFigures = [
  't2.normativeDocuments.issued',
  't2.normativeDocuments.inForce',
  't3.received.total',
  't3.carriedIn.total',
  't3.granted.total',
  't3.partial.total',
  't3.processedTotal.total',
  't3.carriedOut.total',
  't4.review.total',
  't4.litigationDirect.total',
  't4.litigationAfterReview.total',
] as const;

interface KeyFiguresProps {
  readonly report: Report;
  readonly prior: Report | null;
}

/** The main figures beside last year's, to be looked over once more. */
export function KeyFigures({ report, prior }: KeyFiguresProps) {
  const m = useMessages();
  const { locale } = usePreferences();
  const format = formatOf(report);
  const keys = format === null ? [] : keyFigures.flatMap((name) => cellKeyOf(format, name) ?? []);
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">{m.submit.figure}</th>
          <th scope="col" className="number">
            {m.submit.thisYear}
          </th>
          {prior !== null && (
            <th scope="col" className="number">
              {m.submit.lastYear}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key}>
            <th scope="row">{cellName(report, key, locale)}</th>
            <td className="number">
              <Figure value={report.facts[key]} locale={locale} />
            </td>
            {prior !== null && (
              <td className="number">
                <PriorFigure value={report.facts[key]} prior={prior.facts[key]} locale={locale} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
