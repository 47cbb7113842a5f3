import type { Cell, Facts, Locale, PlacedCell, PlacedHead, TableGrid } from '@nianbao/core';
import { labelIn, placeGrid } from '@nianbao/core';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { messagesIn } from '../messages/messages.ts';
import { FigureCell } from './figure-cell.tsx';
import type { FigureEmphasis, FigureMark, FigurePlace } from './figure-slot.ts';

interface GridTableProps {
  readonly grid: TableGrid;
  readonly prefix: string;
  readonly name: string;
  readonly unit: string | null;
  readonly facts: Facts;
  readonly locale: Locale;
  readonly renderFigure: ((place: FigurePlace) => ReactNode) | undefined;
  readonly markOf: ((cell: Cell) => FigureMark | null) | undefined;
  readonly emphasisOf: ((cell: Cell) => FigureEmphasis | null) | undefined;
}

const span = (count: number) => (count > 1 ? count : undefined);

function scopeOf(cell: PlacedHead): string {
  if (cell.kind === 'label') return cell.rowSpan > 1 ? 'rowgroup' : 'row';
  return cell.columnSpan > 1 ? 'colgroup' : 'col';
}

/** The largest figure of the report: columns are widened for long ones. */
function longest(facts: Facts): number {
  return Object.values(facts).reduce<number>(
    (most, value) => (typeof value === 'number' ? Math.max(most, value) : most),
    0,
  );
}

/** One drawing of a table, in a container that scrolls sideways where the screen is narrower than the table. */
export function GridTable(props: GridTableProps) {
  const { grid, prefix, name, unit, facts, locale } = props;
  const parts = useMemo(() => placeGrid(grid, prefix), [grid, prefix]);
  const messages = messagesIn(locale);
  const columns = [...Array(grid.columns).keys()];
  const rowSpanEnd = grid.columns - 1;

  const drawn = (cell: PlacedCell) => {
    switch (cell.kind) {
      case 'figure':
        return (
          <FigureCell
            key={cell.cell.key}
            place={cell}
            value={facts[cell.cell.key]}
            locale={locale}
            renderFigure={props.renderFigure}
            mark={props.markOf?.(cell.cell) ?? null}
            emphasis={props.emphasisOf?.(cell.cell) ?? null}
          />
        );
      case 'corner':
        return (
          <td
            key={`corner-${cell.column}`}
            className="nb-corner"
            data-label={cell.column}
            colSpan={span(cell.columnSpan)}
            rowSpan={span(cell.rowSpan)}
          >
            {labelIn(cell.text, locale)}
          </td>
        );
      default:
        return (
          <th
            key={cell.id}
            id={cell.id}
            scope={scopeOf(cell)}
            headers={cell.headers.length > 0 ? cell.headers.join(' ') : undefined}
            colSpan={span(cell.columnSpan)}
            rowSpan={span(cell.rowSpan)}
            className={cell.kind === 'label' ? 'nb-label' : 'nb-head'}
            data-label={cell.kind === 'label' ? cell.column : undefined}
            data-upright={cell.kind === 'label' && cell.rowSpan > 1 ? '' : undefined}
            data-last={cell.kind === 'head' && cell.column === rowSpanEnd ? '' : undefined}
          >
            <span>{labelIn(cell.text, locale)}</span>
          </th>
        );
    }
  };

  const captionId = `${prefix}-caption`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="nb-table-scroll" aria-label={messages.tableRegion(name)} tabIndex={0} data-grid={prefix}>
      <table
        className="nb-grid"
        data-layout={grid.table.layout}
        data-columns={grid.columns}
        data-long={longest(facts) >= 100_000 ? '' : undefined}
        aria-labelledby={captionId}
      >
        <caption id={captionId}>
          <span className="nb-caption">
            <span className="nb-table-name">{name}</span>
            {unit !== null && <span className="nb-unit">{unit}</span>}
          </span>
        </caption>
        <colgroup>
          {columns.map((column) => (
            <col
              key={column}
              className={column < grid.labelColumns ? `nb-label-column-${column}` : 'nb-figure-column'}
            />
          ))}
        </colgroup>
        {parts.map((part, at) => {
          const rows = part.rows.map((row, y) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a statutory table never move
            <tr key={y} data-kind={row.kind}>
              {row.cells.map(drawn)}
            </tr>
          ));
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a statutory table never move
          return part.kind === 'head' ? <thead key={at}>{rows}</thead> : <tbody key={at}>{rows}</tbody>;
        })}
      </table>
    </section>
  );
}
