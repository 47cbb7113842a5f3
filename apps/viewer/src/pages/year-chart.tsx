import type { Locale } from '@nianbao/core';
import { formatFigure } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';
import type { PublishedYear } from '../viewer-data.ts';

interface YearChartProps {
  readonly years: readonly PublishedYear[];
  readonly locale: Locale;
}

const barWidth = 56;
const step = 96;
const plotHeight = 120;
const margin = 24;

/** Applications received by year as bars, beside the table that has the same numbers. Needs two years to say anything. */
export function YearChart({ years, locale }: YearChartProps) {
  const messages = messagesIn(locale);
  const points = years
    .flatMap(({ year, facts }) => {
      const value = facts['t3.received.total'];
      return typeof value === 'number' ? [{ year, value }] : [];
    })
    .sort((a, b) => a.year - b.year);
  if (points.length < 2) return null;
  const most = Math.max(...points.map(({ value }) => value), 1);
  const width = points.length * step;
  const height = plotHeight + 2 * margin;
  const summary = points.map(({ year, value }) => `${year}: ${formatFigure(value, locale)}`).join('; ');
  return (
    <figure className="chart">
      <figcaption>{messages.chartTitle}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={messages.chartSummary(summary)}
      >
        {points.map(({ year, value }, at) => {
          const length = (value / most) * plotHeight;
          const middle = at * step + step / 2;
          const top = margin + plotHeight - length;
          return (
            <g key={year}>
              <rect className="bar" x={middle - barWidth / 2} y={top} width={barWidth} height={length} />
              <text x={middle} y={top - 6} textAnchor="middle">
                {formatFigure(value, locale)}
              </text>
              <text x={middle} y={height - 6} textAnchor="middle">
                {year}
              </text>
            </g>
          );
        })}
        <line className="axis" x1="0" x2={width} y1={margin + plotHeight} y2={margin + plotHeight} />
      </svg>
    </figure>
  );
}
