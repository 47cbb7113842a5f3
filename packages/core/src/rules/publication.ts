import { datesOrder, publishedEarly, publishedLate } from './publication-dates.ts';
import { attachmentDiffers, silentChange } from './publication-versions.ts';
import type { PredicateRule } from './rule.ts';

/** Rules 48 to 50: when and how a report was made public. */
export const publicationRules: readonly PredicateRule[] = [
  publishedLate,
  publishedEarly,
  datesOrder,
  attachmentDiffers,
  silentChange,
];
