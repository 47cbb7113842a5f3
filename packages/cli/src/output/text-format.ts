import { fill } from '../messages.ts';
import { account } from './account.ts';
import type { CheckFormat } from './check-format.ts';
import { noPiece } from './check-format.ts';
import { outputWords } from './output-words.ts';
import { summaryText } from './summary-text.ts';

/** For a person to read: file by file, then the sums where there are several. */
export const textFormat: CheckFormat = {
  showsFindings: true,
  needsTotals: false,
  head: () => '',
  piece: account,
  refusal: () => noPiece,
  leftOut: (count, { lang, paint }) => `\n${paint('dim', fill(outputWords.leftOut[lang], { count }))}\n`,
  separator: '',
  listRunsOn: false,
  foot: ({ totals, lang }) => (totals.files > 1 ? summaryText(totals, lang) : ''),
};
