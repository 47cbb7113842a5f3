import type { Cell, Facts, Format, Locale, StatutoryTable as TableDefinition, TableGrid } from '@nianbao/core';
import { labelIn, tableGrid } from '@nianbao/core';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { languageTag, messagesIn } from '../messages/messages.ts';
import type { FigureEmphasis, FigureMark, FigurePlace } from './figure-slot.ts';
import { GridTable } from './grid-table.tsx';
import { Legend } from './legend.tsx';
import { stackedGrid } from './stacked-grid.ts';

export interface StatutoryTableProps {
  readonly format: Format;
  readonly table: TableDefinition;
  readonly facts: Facts;
  readonly locale: Locale;
  /** Begins the ids in the page; needed where two drawings of the same table stand on one page. */
  readonly idPrefix?: string;
  /**
   * `official` is the notice's drawing at every width, with the labels held in sight. `responsive` adds a turned drawing
   * of 表四 for narrow screens, of which the style sheet shows one; figures are then drawn twice.
   */
  readonly arrangement?: 'official' | 'responsive';
  /** Draws a figure in place of the plain number. */
  readonly renderFigure?: (place: FigurePlace) => ReactNode;
  readonly markOf?: (cell: Cell) => FigureMark | null;
  readonly emphasisOf?: (cell: Cell) => FigureEmphasis | null;
}

/** 表二, 表三 or 表四 in the official layout, with merged heads that screen readers can follow. */
export function StatutoryTable(props: StatutoryTableProps) {
  const { format, table, facts, locale, idPrefix = table.id, arrangement = 'official' } = props;
  const messages = messagesIn(locale);
  const drawn = useMemo(() => tableGrid(format, table), [format, table]);
  const turned = useMemo(
    () => (arrangement === 'responsive' && table.layout === 'groups' ? stackedGrid(format, table) : null),
    [arrangement, format, table],
  );
  const cells = useMemo(() => format.cells.filter((cell) => cell.table === table.id), [format, table]);
  const name = `${messages.tableNumber[table.id]} ${labelIn(table.title, locale)}`;
  const unit = table.layout === 'bands' || table.unit === null ? null : messages.unit(messages.units[table.unit]);
  const grid = (shown: TableGrid, prefix: string) => (
    <GridTable
      grid={shown}
      prefix={prefix}
      name={name}
      unit={unit}
      facts={facts}
      locale={locale}
      renderFigure={props.renderFigure}
      markOf={props.markOf}
      emphasisOf={props.emphasisOf}
    />
  );
  return (
    <div className="nb-statutory-table" lang={languageTag[locale]} data-turns={turned === null ? undefined : ''}>
      {grid(drawn, idPrefix)}
      {turned !== null && grid(turned, `${idPrefix}-turned`)}
      <Legend cells={cells} facts={facts} locale={locale} />
    </div>
  );
}
