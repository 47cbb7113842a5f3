import type { CheckFormat } from './check-format.ts';
import { noPiece } from './check-format.ts';
import { summaryJson, summaryText } from './summary-text.ts';

/** The sums of a run alone, for a person. */
export const summaryFormat: CheckFormat = {
  showsFindings: false,
  needsTotals: false,
  head: () => '',
  piece: () => noPiece,
  refusal: () => noPiece,
  leftOut: () => '',
  separator: '',
  listRunsOn: false,
  foot: ({ totals, lang }) => summaryText(totals, lang),
};

/** The sums of a run alone, as one JSON object. */
export const summaryJsonFormat: CheckFormat = { ...summaryFormat, foot: ({ totals }) => summaryJson(totals) };
