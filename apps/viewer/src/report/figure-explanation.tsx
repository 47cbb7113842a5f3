import type { Cell, Definition, Format, Locale, Report } from '@nianbao/core';
import { articleIn, definitionOf, labelIn } from '@nianbao/core';
import { Figure, languageTag, messagesIn as uiMessagesIn } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';
import type { PublishedYear } from '../viewer-data.ts';
import { EquationView } from './equation-view.tsx';
import type { Equation } from './equations.ts';
import { YearValues } from './year-values.tsx';

interface FigureExplanationProps {
  readonly cell: Cell;
  readonly format: Format;
  readonly report: Report;
  readonly equations: readonly Equation[];
  /** What the organ published in other years. */
  readonly years: readonly PublishedYear[];
  readonly locale: Locale;
  /** Address of a figure's explanation in this page; null for the page with none open. */
  readonly hrefOf: (key: string | null) => string;
}

/** A figure that explains itself: meaning, legal basis, the sums that it is part of, and its course over the years. */
export function FigureExplanation(props: FigureExplanationProps) {
  const { cell, format, report, equations, years, locale, hrefOf } = props;
  const messages = messagesIn(locale);
  const { row, column } = definitionOf(cell);
  const labels = cell.labels.map((label) => labelIn(label, locale));
  return (
    <aside
      id="figure"
      tabIndex={-1}
      className="explanation nb-screen-only"
      aria-labelledby="figure-title"
      lang={languageTag[locale]}
    >
      <header>
        <h3 id="figure-title">
          <span className="nb-visually-hidden">{messages.figure} </span>
          {labels.join(' › ')}
        </h3>
        <a href={hrefOf(null)} className="close">
          {messages.closeFigure}
        </a>
      </header>
      <p className="explained-value">
        <Figure value={report.facts[cell.key]} locale={locale} />
        {typeof report.facts[cell.key] === 'number' && cell.unit !== null && (
          <span>{uiMessagesIn(locale).units[cell.unit]}</span>
        )}
      </p>
      <dl className="explained">
        {row !== null && <Meaning name={messages.meaning} definition={row} locale={locale} />}
        {column !== null && <Meaning name={messages.columnMeaning} definition={column} locale={locale} />}
        {equations.length > 0 && (
          <div>
            <dt>{messages.equations}</dt>
            <dd>
              <ul>
                {equations.map((equation) => (
                  <li key={`${equation.rule} ${equation.left.map(({ key }) => key).join()}`}>
                    <EquationView
                      equation={equation}
                      selected={cell}
                      facts={report.facts}
                      locale={locale}
                      hrefOf={hrefOf}
                    />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {years.length > 1 && (
          <div>
            <dt>{messages.years}</dt>
            <dd>
              <YearValues cell={cell} format={format} report={report} years={years} locale={locale} />
            </dd>
          </div>
        )}
      </dl>
    </aside>
  );
}

interface MeaningProps {
  readonly name: string;
  readonly definition: Definition;
  readonly locale: Locale;
}

function Meaning({ name, definition, locale }: MeaningProps) {
  const messages = messagesIn(locale);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {definition.text[locale]}
        {!definition.official && <span className="tag">{messages.unofficial}</span>}
        {definition.articles.length > 0 && (
          <span className="basis">
            {messages.legalBasis}
            {locale === 'zh' ? '：' : ': '}
            {messages.regulation(
              definition.articles.map((article) => articleIn(article, locale)).join(locale === 'zh' ? '、' : ', '),
            )}
          </span>
        )}
      </dd>
    </div>
  );
}
