import type { CellValue, Facts, Format, TableId } from '@nianbao/core';
import type { Outputs } from '../api/trpc.ts';
import { sameFigure } from '../figures/figure-text.ts';

export type ImportResult = Outputs['imports']['read'];
export type ReadFigure = ImportResult['figures'][number];

/**
 * What a cell of the file is to the draft. `new` where the draft is blank, `different` where it says otherwise;
 * `uncertain` where its place in the table is not sure, `unreadable` where it is no figure, `missing` where the file has
 * no such row, `blank` where it has the row and nothing in the cell.
 */
export type CellState = 'same' | 'new' | 'different' | 'uncertain' | 'unreadable' | 'missing' | 'blank';

export interface ReadCell {
  readonly key: string;
  readonly table: TableId;
  readonly state: CellState;
  readonly read: CellValue;
  readonly draft: CellValue;
  /** Whether taking it changes the draft. */
  readonly takeable: boolean;
  /** Where and how it was read; null for what a file says in its own data form, and for what it does not say. */
  readonly figure: ReadFigure | null;
}

/** Below this the place of a figure in the table is to be looked at by a person. */
const certain = 0.9;

interface Known {
  readonly draft: CellValue;
  readonly read: CellValue;
  readonly figure: ReadFigure | null;
  readonly missing: boolean;
}

function stateOf({ draft, read, figure, missing }: Known): CellState {
  if (read === null) return missing ? 'missing' : 'blank';
  if (typeof read === 'object') return 'unreadable';
  if (figure !== null && figure.confidence < certain) return 'uncertain';
  if (sameFigure(draft, read)) return 'same';
  return draft === null ? 'new' : 'different';
}

type Read = Pick<ImportResult, 'understood' | 'figures' | 'missing' | 'otherFormat'>;

/** Every cell of the file's own format, in official order, against the draft. */
export function readCells(format: Format, result: Read, draft: Facts): readonly ReadCell[] {
  const { understood, otherFormat } = result;
  const figures = new Map<string, ReadFigure>(result.figures.map((figure) => [figure.key, figure]));
  const missing = new Set(result.missing);
  return format.cells.map(({ key, table }) => {
    const known: Known = {
      draft: otherFormat ? null : (draft[key] ?? null),
      read: understood.facts[key] ?? null,
      figure: figures.get(key) ?? null,
      missing: missing.has(key),
    };
    const takeable = !otherFormat && known.read !== null && !sameFigure(known.draft, known.read);
    return { ...known, key, table, state: stateOf(known), takeable };
  });
}

/** The cells that a person can have shown alone; `all` is every one. */
export const cellFilters = ['all', 'different', 'uncertain', 'unreadable'] as const;
export type CellFilter = (typeof cellFilters)[number];

const isDoubtful = ({ state }: ReadCell) => state === 'uncertain' || state === 'unreadable';

export function passes(filter: CellFilter, cell: ReadCell): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'different':
      return cell.takeable;
    case 'uncertain':
      return cell.state === 'uncertain';
    case 'unreadable':
      return cell.state === 'unreadable' || cell.state === 'missing';
  }
}

/** What a person has to decide: doubtful cells, and those that would write over a figure of the draft. */
function isQuestion(cell: ReadCell): boolean {
  return isDoubtful(cell) || cell.state === 'different';
}

/** The question before or after a cell in official order, going round; null when there is none. */
export function stepQuestion(cells: readonly ReadCell[], current: string | null, by: 1 | -1): ReadCell | null {
  const at = cells.findIndex(({ key }) => key === current);
  const start = at === -1 && by === -1 ? 0 : at;
  for (let step = 1; step <= cells.length; step += 1) {
    const cell = cells[(start + by * step + 2 * cells.length) % cells.length];
    if (cell !== undefined && isQuestion(cell)) return cell;
  }
  return null;
}

export interface CellCounts {
  readonly read: number;
  readonly takeable: number;
  readonly states: Readonly<Record<CellState, number>>;
}

export function countCells(cells: readonly ReadCell[]): CellCounts {
  const of = (state: CellState) => cells.filter((cell) => cell.state === state).length;
  return {
    read: cells.filter(({ read }) => read !== null).length,
    takeable: cells.filter(({ takeable }) => takeable).length,
    states: {
      same: of('same'),
      new: of('new'),
      different: of('different'),
      uncertain: of('uncertain'),
      unreadable: of('unreadable'),
      missing: of('missing'),
      blank: of('blank'),
    },
  };
}

/** The cells that are taken without a person's looking at each: those that change the draft and are in no doubt. */
export function certainKeys(cells: readonly ReadCell[]): string[] {
  return cells.filter((cell) => cell.takeable && !isDoubtful(cell)).map(({ key }) => key);
}
