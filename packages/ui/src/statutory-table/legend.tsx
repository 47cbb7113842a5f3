import type { Cell, Facts, Locale } from '@nianbao/core';
import { Figure, figureStateOf } from '../figures/figure.tsx';
import { messagesIn } from '../messages/messages.ts';

interface LegendProps {
  readonly cells: readonly Cell[];
  readonly facts: Facts;
  readonly locale: Locale;
}

/** Explains the cells without a number that occur in a table, beside the zero that they are not; else nothing. */
export function Legend({ cells, facts, locale }: LegendProps) {
  const messages = messagesIn(locale);
  const present = new Set(cells.map((cell) => figureStateOf(facts[cell.key])));
  const rows = [
    { state: 'zero', value: 0, meaning: messages.zeroMeaning },
    { state: 'blank', value: null, meaning: messages.blankMeaning },
    { state: 'notApplicable', value: '/', meaning: messages.notApplicableMeaning },
    { state: 'unreadable', value: { unreadable: '…' }, meaning: messages.unreadableMeaning },
  ] as const;
  const absent = rows.filter(({ state }) => state !== 'zero' && present.has(state));
  if (absent.length === 0) return null;
  return (
    <dl className="nb-legend" aria-label={messages.legend}>
      {rows
        .filter(({ state }) => present.has(state))
        .map(({ state, value, meaning }) => (
          <div key={state}>
            <dt>
              <Figure value={value} locale={locale} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
    </dl>
  );
}
