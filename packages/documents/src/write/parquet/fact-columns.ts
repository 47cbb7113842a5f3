import type { Cell, Format } from '@nianbao/core';
import { cellState, figureOf, moneyScale } from '@nianbao/core';
import type { CarriedReport } from '../../carried/carried-report.ts';
import { stateNames } from '../state-names.ts';
import type { ParquetColumn } from './parquet-column.ts';

/** One cell of one report. */
export interface FactRow {
  readonly carried: CarriedReport;
  readonly format: Format;
  readonly cell: Cell;
}

const cellValue = ({ carried, cell }: FactRow) => carried.report.facts[cell.key];

function exactOf(row: FactRow): bigint | null {
  const { state, value } = figureOf(row.cell.kind, cellValue(row));
  return state === cellState.number ? BigInt(value) : null;
}

const moneyDecimals = Math.log10(moneyScale);

/**
 * The table of figures: one row for each cell of each report, blanks too. `value` is the number as people read it;
 * `exact` is the same as a whole number of `decimals` decimals (0 for counts, 6 for money in 万元), so that sums of money
 * lose nothing.
 */
export const factColumns: readonly ParquetColumn<FactRow>[] = [
  { name: 'digest', type: 'text', value: ({ carried }) => carried.digest },
  { name: 'agency_id', type: 'text', value: ({ carried }) => carried.publication?.agencyId ?? null },
  { name: 'agency', type: 'text', value: ({ carried }) => carried.report.agency },
  { name: 'year', type: 'int32', value: ({ carried }) => carried.report.year },
  { name: 'version', type: 'int32', value: ({ carried }) => carried.publication?.version ?? null },
  { name: 'format', type: 'text', value: ({ format }) => format.id },
  { name: 'table', type: 'text', value: ({ cell }) => cell.table },
  { name: 'cell', type: 'text', value: ({ cell }) => cell.key },
  { name: 'unit', type: 'text', value: ({ cell }) => cell.unit },
  { name: 'state', type: 'text', value: (row) => stateNames[figureOf(row.cell.kind, cellValue(row)).state] },
  {
    name: 'value',
    type: 'double',
    value: (row) => {
      const value = cellValue(row);
      return typeof value === 'number' ? value : null;
    },
  },
  { name: 'exact', type: 'int64', value: exactOf },
  { name: 'decimals', type: 'int32', value: ({ cell }) => (cell.kind === 'money' ? moneyDecimals : 0) },
  {
    name: 'text',
    type: 'text',
    value: (row) => {
      const value = cellValue(row);
      return typeof value === 'object' && value !== null ? value.unreadable : null;
    },
  },
];
