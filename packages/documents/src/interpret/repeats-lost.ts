import type { TableRuns } from './run.ts';

const fewestRows = 10;

/**
 * Whether a conversion dropped every cell that says what another has said already: of many rows with their labels most
 * have no cell at all, and no figure occurs twice. Blank cells are cells, so that an empty form is none of this.
 */
export function repeatsLost({ runs }: TableRuns): boolean {
  const rows = runs.filter((run) => run.label !== null && run.digits === null);
  const bare = rows.filter((run) => run.cells.length === 0);
  if (rows.length < fewestRows || bare.length * 2 < rows.length) return false;
  const figures = rows.flatMap((run) => run.cells.filter((cell) => cell.text !== '').map((cell) => cell.text));
  return figures.length > 0 && new Set(figures).size === figures.length;
}
