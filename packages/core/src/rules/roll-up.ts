import { campaignOneReport } from './roll-up-campaign.ts';
import { rollUpJoint, rollUpOwnOffice, rollUpVertical } from './roll-up-members.ts';
import { rollUpCarriedIn, rollUpSum } from './roll-up-sums.ts';
import type { PredicateRule } from './rule.ts';

/** Rules 18 to 23: a government's report against those of its members, and a campaign against its list. */
export const rollUpRules: readonly PredicateRule[] = [
  rollUpSum,
  rollUpCarriedIn,
  rollUpOwnOffice,
  rollUpVertical,
  rollUpJoint,
  campaignOneReport,
];
