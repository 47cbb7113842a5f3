import type { Cell } from '@nianbao/core';
import type { Direction, GridMap } from './grid-map.ts';
import { cellAfterEnter, neighbour, outermost } from './grid-map.ts';

/** What a key press says, and where the caret stands in what is typed. */
export interface Press {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly caret: { readonly start: number; readonly end: number; readonly length: number };
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Left and right leave the cell only from the edge of what is typed, or when all of it is selected. */
function leaves(direction: Direction, { start, end, length }: Press['caret']): boolean {
  if (direction === 'up' || direction === 'down' || (start === 0 && end === length)) return true;
  return direction === 'left' ? end === 0 : start === length;
}

/** The cell that a key press leads to, or null when the key is for the input itself. */
export function cellFor(map: GridMap, key: string, press: Press): Cell | null {
  if (press.key === 'Enter') return press.shift ? neighbour(map, key, 'up') : cellAfterEnter(map, key);
  if (press.ctrl && press.key === 'Home') return outermost(map, 'first');
  if (press.ctrl && press.key === 'End') return outermost(map, 'last');
  const direction = arrows[press.key];
  if (direction === undefined || press.ctrl || press.shift || !leaves(direction, press.caret)) return null;
  return neighbour(map, key, direction);
}
