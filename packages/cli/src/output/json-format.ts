import type { CheckFormat } from './check-format.ts';
import { noPiece } from './check-format.ts';
import { jsonLine } from './json-line.ts';

/** For programs: one object a line for each file that was read. */
export const jsonFormat: CheckFormat = {
  showsFindings: true,
  needsTotals: false,
  head: () => '',
  piece: jsonLine,
  refusal: () => noPiece,
  leftOut: (count) => `,"leftOut":${count}`,
  separator: ',',
  listRunsOn: false,
  foot: () => '',
};
