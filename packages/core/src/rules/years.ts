import type { PredicateRule } from './rule.ts';
import { yearCarryOver, yearCarryOverColumn } from './years-carry-over.ts';
import { yearJump, yearRepeated } from './years-movement.ts';
import { yearRestated } from './years-restated.ts';
import { yearInForce, yearItems, yearPending } from './years-stocks.ts';

/** Rules 12 to 17: this year's report against last year's. */
export const yearRules: readonly PredicateRule[] = [
  yearCarryOver,
  yearCarryOverColumn,
  yearInForce,
  yearItems,
  yearPending,
  yearJump,
  yearRepeated,
  yearRestated,
];
