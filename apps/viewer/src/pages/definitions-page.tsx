import type { Cell, Definition, Locale, TableId } from '@nianbao/core';
import { articleIn, definitionOf, formatById, labelIn } from '@nianbao/core';
import { messagesIn as uiMessagesIn } from '@nianbao/ui';
import { messagesIn } from '../messages/messages.ts';
import type { PageFrame } from '../site/site-page.tsx';
import { SitePage } from '../site/site-page.tsx';

interface Entry {
  readonly key: string;
  readonly labels: readonly string[];
  readonly definition: Definition;
}

/** What the labels of a cell say of its row, and what of its column. */
const labelsOf = {
  rows: (cell: Cell) => cell.labels.slice(cell.table === 't2' ? 1 : 0, -1),
  columns: (cell: Cell) => cell.labels.slice(-1),
} as const;

function entriesOf(table: TableId, side: 'rows' | 'columns'): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const cell of formatById['2021'].cells.filter((one) => one.table === table)) {
    const { row, column } = definitionOf(cell);
    const definition = side === 'rows' ? row : column;
    const key = side === 'rows' ? cell.row : cell.column;
    if (definition !== null && !entries.has(key)) entries.set(key, { key, labels: labelsOf[side](cell), definition });
  }
  return [...entries.values()];
}

const tables = (['t2', 't3', 't4'] as const).map((table) => ({
  table,
  sides: (['rows', 'columns'] as const)
    .map((side) => ({ side, entries: entriesOf(table, side) }))
    .filter(({ entries }) => entries.length > 0),
}));

/** What every row and column of the current format counts, on one page. */
export function DefinitionsPage({ frame }: { readonly frame: PageFrame }) {
  const { locale } = frame.preferences;
  const messages = messagesIn(locale);
  const heading = { rows: messages.rowsOf, columns: messages.columnsOf };
  return (
    <SitePage frame={frame} title={messages.definitions} description={messages.definitionsLead} crumbs={[]}>
      <div className="page">
        <h1>{messages.definitions}</h1>
        <p className="lead">{messages.definitionsLead}</p>
        {tables.flatMap(({ table, sides }) =>
          sides.map(({ side, entries }) => (
            <section key={`${table}-${side}`} aria-labelledby={`${table}-${side}`}>
              <h2 id={`${table}-${side}`}>{heading[side](uiMessagesIn(locale).tableNumber[table])}</h2>
              <dl className="definitions">
                {entries.map((entry) => (
                  <DefinitionEntry key={entry.key} entry={entry} locale={locale} />
                ))}
              </dl>
            </section>
          )),
        )}
      </div>
    </SitePage>
  );
}

function DefinitionEntry({ entry, locale }: { readonly entry: Entry; readonly locale: Locale }) {
  const messages = messagesIn(locale);
  const { text, articles, official } = entry.definition;
  return (
    <div>
      <dt>{entry.labels.map((label) => labelIn(label, locale)).join(' › ')}</dt>
      <dd>
        {text[locale]}
        {!official && <span className="tag">{messages.unofficial}</span>}
        {articles.length > 0 && (
          <span className="basis">
            {messages.regulation(
              articles.map((article) => articleIn(article, locale)).join(locale === 'zh' ? '、' : ', '),
            )}
          </span>
        )}
      </dd>
    </div>
  );
}
