import type { CellValue, Locale } from '@nianbao/core';
import { messagesIn } from '../messages/messages.ts';
import { Figure } from './figure.tsx';
import { formatFigure } from './format-figure.ts';

interface PriorFigureProps {
  readonly value: CellValue | undefined;
  /** Last year's value of the same figure. */
  readonly prior: CellValue | undefined;
  readonly locale: Locale;
}

/** Last year's value under this year's, with the change where both are numbers. */
export function PriorFigure({ value, prior, locale }: PriorFigureProps) {
  const messages = messagesIn(locale);
  const change = typeof value === 'number' && typeof prior === 'number' ? value - prior : null;
  return (
    <span className="nb-prior">
      <span className="nb-visually-hidden">{messages.prior} </span>
      <Figure value={prior} locale={locale} />
      {change !== null && change !== 0 && (
        <span className="nb-change">
          <span aria-hidden="true">{change > 0 ? '↑' : '↓'}</span>
          <span className="nb-visually-hidden">{change > 0 ? messages.increase : messages.decrease} </span>
          {formatFigure(Math.abs(change), locale)}
        </span>
      )}
    </span>
  );
}
