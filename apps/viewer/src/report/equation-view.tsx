import type { Cell, Facts, Locale } from '@nianbao/core';
import { labelIn } from '@nianbao/core';
import { Figure, formatFigure } from '@nianbao/ui';
import type { Messages } from '../messages/messages.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Equation, Verdict } from './equations.ts';

interface EquationViewProps {
  readonly equation: Equation;
  /** The figure that is being explained. */
  readonly selected: Cell;
  readonly facts: Facts;
  readonly locale: Locale;
  readonly hrefOf: (key: string | null) => string;
}

const mostZeroTerms = 2;

const signs: Readonly<Record<Verdict['kind'], string>> = { holds: '✓', fails: '✕', undecided: '?' };

function verdictText(verdict: Verdict, messages: Messages, locale: Locale): string {
  switch (verdict.kind) {
    case 'holds':
      return messages.holds;
    case 'fails':
      return messages.fails(formatFigure(Math.abs(verdict.difference), locale));
    case 'undecided':
      return messages.undecided;
  }
}

/** What tells a term from the others: its column where all stand in one row, else its row. */
function termLabel(term: Cell, all: readonly Cell[], locale: Locale): string {
  const oneRow = all.every(({ row }) => row === term.row);
  const label = (oneRow ? term.labels.at(-1) : term.labels.at(-2)) ?? '';
  return labelIn(label, locale)
    .replace(/（区分处理.*）|\(a mixed reply.*\)/, '')
    .trim();
}

/** A sum with its own numbers, every term a link to its explanation, and whether it holds. Long runs of zeros are counted. */
export function EquationView({ equation, selected, facts, locale, hrefOf }: EquationViewProps) {
  const messages = messagesIn(locale);
  const all = [...equation.left, ...equation.right];
  const side = (cells: readonly Cell[]) => {
    const zeros = cells.filter((cell) => facts[cell.key] === 0 && cell.key !== selected.key);
    const hidden = zeros.length > mostZeroTerms && zeros.length < cells.length ? new Set(zeros) : new Set<Cell>();
    const shown = cells.filter((cell) => !hidden.has(cell));
    return (
      <>
        {shown.map((cell, at) => (
          <span key={cell.key} className="term">
            {at > 0 && <span className="operator">+</span>}
            {cell.key === selected.key ? (
              <strong>{termLabel(cell, all, locale)}</strong>
            ) : (
              <a rel="nofollow" href={hrefOf(cell.key)}>
                {termLabel(cell, all, locale)}
              </a>
            )}{' '}
            <Figure value={facts[cell.key]} locale={locale} />
          </span>
        ))}
        {hidden.size > 0 && (
          <span className="term">
            <span className="operator">+</span>
            {messages.zeroTerms(hidden.size)}
          </span>
        )}
      </>
    );
  };
  return (
    <>
      <span className="equation">
        {side(equation.left)}
        <span className="operator">=</span>
        {side(equation.right)}
      </span>
      <span className="verdict" data-verdict={equation.verdict.kind}>
        <span aria-hidden="true">{signs[equation.verdict.kind]}</span> {verdictText(equation.verdict, messages, locale)}
      </span>
    </>
  );
}
