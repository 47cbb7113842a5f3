import type { CellValue, Locale, PlacedFigure } from '@nianbao/core';
import type { ReactNode } from 'react';
import { Figure, figureStateOf } from '../figures/figure.tsx';
import { SeveritySign } from '../findings/severity-sign.tsx';
import type { FigureEmphasis, FigureMark, FigurePlace } from './figure-slot.ts';

interface FigureCellProps {
  readonly place: PlacedFigure;
  readonly value: CellValue | undefined;
  readonly locale: Locale;
  readonly renderFigure: ((place: FigurePlace) => ReactNode) | undefined;
  readonly mark: FigureMark | null;
  readonly emphasis: FigureEmphasis | null;
}

/** Totals are set apart by weight; the total column also stays in sight on a narrow screen. */
function sumOf({ row, column }: { readonly row: string; readonly column: string }): string | undefined {
  if (column === 'total') return 'column';
  return row === 'processedTotal' ? 'row' : undefined;
}

/** One figure of a statutory table with its marks. */
export function FigureCell({ place, value, locale, renderFigure, mark, emphasis }: FigureCellProps) {
  const { cell, columnSpan } = place;
  const labelledBy = place.headers.join(' ');
  const content = <Figure value={value} locale={locale} />;
  return (
    <td
      headers={labelledBy}
      colSpan={columnSpan > 1 ? columnSpan : undefined}
      className="nb-cell"
      data-cell={cell.key}
      data-state={figureStateOf(value)}
      data-sum={sumOf(cell)}
      data-severity={mark?.severity}
      data-emphasis={emphasis ?? undefined}
    >
      {renderFigure === undefined ? content : renderFigure({ cell, value, labelledBy, content })}
      {mark !== null && <SeveritySign severity={mark.severity} locale={locale} />}
    </td>
  );
}
