import { allZero } from './plausibility-all-zero.ts';
import { carriedInOverProcessed, carriedOutShare, noPartial, secretTownship } from './plausibility-applications.ts';
import { disputesOverHandled } from './plausibility-disputes.ts';
import { feeNotExplained, feesUnit } from './plausibility-fees.ts';
import { decisionPower, normativePower, regulationsPower } from './plausibility-powers.ts';
import type { PredicateRule } from './rule.ts';

/** Rules 24 to 34: what a body of this kind can hardly have. */
export const plausibilityRules: readonly PredicateRule[] = [
  regulationsPower,
  normativePower,
  decisionPower,
  feesUnit,
  feeNotExplained,
  carriedOutShare,
  carriedInOverProcessed,
  secretTownship,
  disputesOverHandled,
  noPartial,
  allZero,
];
