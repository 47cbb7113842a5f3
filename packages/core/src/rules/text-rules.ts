import type { PredicateRule } from './rule.ts';
import { textBasisRules } from './text-basis.ts';
import { textFigureRules } from './text-figures.ts';
import { textFormatRules } from './text-format.ts';
import { textLengthRules } from './text-length.ts';
import { textLostRules } from './text-lost.ts';
import { textNoneClaimRules } from './text-none-claims.ts';
import { textOverviewRules } from './text-overview.ts';
import { textPartsRules } from './text-parts.ts';
import { textPercentageRules } from './text-percentages.ts';
import { textPersonalDataRules } from './text-personal-data.ts';
import { textRemnantRules } from './text-remnants.ts';
import { textSectionRules } from './text-sections.ts';
import { textSimilarRules } from './text-similar.ts';
import { textWordingRules } from './text-wording.ts';
import { textYearRules } from './text-years.ts';

/** The rules on a report's text (35 to 47), in the order of their numbers. */
export const textRules: readonly PredicateRule[] = [
  ...textFigureRules,
  ...textPartsRules,
  ...textPercentageRules,
  ...textNoneClaimRules,
  ...textYearRules,
  ...textBasisRules,
  ...textFormatRules,
  ...textSectionRules,
  ...textOverviewRules,
  ...textLengthRules,
  ...textRemnantRules,
  ...textSimilarRules,
  ...textPersonalDataRules,
  ...textWordingRules,
  ...textLostRules,
];
