import { Button } from '@mantine/core';
import type { StatutoryTable as TableDefinition } from '@nianbao/core';
import type { FigurePlace } from '@nianbao/ui';
import { StatutoryTable } from '@nianbao/ui';
import type { KeyboardEvent } from 'react';
import { memo } from 'react';
import { useStore } from '../editor/store.ts';
import { cellFor } from '../figures/table-keys.ts';
import { useMessages, usePreferences } from '../preferences/preferences.tsx';
import { CellFilters } from './cell-filters.tsx';
import { showCell } from './cell-focus.ts';
import { setKeys } from './import-choice.ts';
import { ImportedCell } from './imported-cell.tsx';
import styles from './review.module.css';
import { useReview } from './review.ts';
import { StateLegend } from './state-legend.tsx';

const renderFigure = ({ cell, labelledBy }: FigurePlace) => <ImportedCell cellKey={cell.key} labelledBy={labelledBy} />;
const Table = memo(StatutoryTable);

/** All of a cell is selected when it is looked at: every arrow leaves it. */
const caret = { start: 0, end: 0, length: 0 };

/** The official tables filled with what was read, each cell against the draft. */
export function ImportedTables() {
  const m = useMessages();
  const { format, result, offering } = useReview();
  const same = useStore(offering, ({ cells }) => !cells.some(({ state }) => state !== 'same'));
  if (format === null) return <p>{m.import.noTables}</p>;
  return (
    <section aria-labelledby="import-figures">
      <h2 id="import-figures" className={styles.heading}>
        {m.import.figures}
      </h2>
      {result.otherFormat && <p>{m.import.otherFormat}</p>}
      {same && <p>{m.import.sameFigures}</p>}
      <CellFilters />
      <StateLegend />
      {format.tables.map((table) => (
        <ImportedTable key={table.id} table={table} />
      ))}
    </section>
  );
}

function ImportedTable({ table }: { readonly table: TableDefinition }) {
  const m = useMessages();
  const { locale } = usePreferences();
  const { format, result, maps, offering, choice } = useReview();
  const cells = useStore(offering, (value) => value.cells);
  const own = cells.filter((cell) => cell.table === table.id);
  const takeable = own.filter((cell) => cell.takeable).length;
  const taken = useStore(choice, ({ keys }) => own.filter(({ key }) => keys.has(key)).length);
  const map = maps.get(table.id);
  if (format === null || map === undefined) return null;

  const press = (event: KeyboardEvent) => {
    const key = event.target instanceof HTMLElement ? event.target.dataset['read'] : undefined;
    if (key === undefined || event.key === 'Enter') return;
    const next = cellFor(map, key, {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      caret,
    });
    if (next === null) return;
    event.preventDefault();
    showCell(next.key, 'nearest');
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the cells within
    <div className={styles.table} onKeyDown={press}>
      <Table
        format={format}
        table={table}
        facts={result.understood.facts}
        locale={locale}
        idPrefix={`import-${table.id}`}
        renderFigure={renderFigure}
      />
      {takeable > 0 && (
        <div className={`actions ${styles.tableTools}`}>
          {taken < takeable && (
            <Button variant="default" size="compact-md" onClick={() => choice.set(setKeys(choice.get(), own, true))}>
              {m.import.wholeTable(takeable)}
            </Button>
          )}
          {taken > 0 && (
            <Button variant="default" size="compact-md" onClick={() => choice.set(setKeys(choice.get(), own, false))}>
              {m.import.leaveTable}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
