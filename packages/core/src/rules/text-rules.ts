import type { PredicateRule } from './rule.ts';
import { textFigureRules } from './text-figures.ts';
import { textNoneClaimRules } from './text-none-claims.ts';
import { textPartsRules } from './text-parts.ts';
import { textPercentageRules } from './text-percentages.ts';

/** The rules on a report's text (35 to 47), in the order of their numbers. */
export const textRules: readonly PredicateRule[] = [
  ...textFigureRules,
  ...textPartsRules,
  ...textPercentageRules,
  ...textNoneClaimRules,
];
