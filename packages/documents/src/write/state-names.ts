import type { CellState } from '@nianbao/core';
import { cellState } from '@nianbao/core';

/** What the state of a cell is called in data files. */
export const stateNames: Readonly<Record<CellState, string>> = {
  [cellState.number]: 'number',
  [cellState.blank]: 'blank',
  [cellState.notApplicable]: 'notApplicable',
  [cellState.unreadable]: 'unreadable',
};
