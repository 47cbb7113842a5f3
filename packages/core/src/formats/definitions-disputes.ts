import type { Definition } from './definition.ts';
import { official, working } from './definition.ts';

/** The three kinds of dispute of 表四. */
export const disputeDefinitions: Readonly<Record<string, Definition>> = {
  review: working(
    ['第五十一条'],
    '因政府信息公开工作被申请行政复议的案件。',
    'Applications for administrative review over the body’s disclosure work.',
  ),
  litigationDirect: working(
    ['第五十一条'],
    '未经行政复议、直接提起行政诉讼的案件。',
    'Lawsuits over disclosure brought without a prior administrative review.',
  ),
  litigationAfterReview: working(
    ['第五十一条'],
    '经过行政复议后提起行政诉讼的案件。',
    'Lawsuits over disclosure brought after an administrative review.',
  ),
};

/** The outcomes of 表四. */
export const outcomeDefinitions: Readonly<Record<string, Definition>> = {
  upheld: working([], '维持原行为，或者驳回申请人的请求。', 'The act was upheld, or the claim dismissed.'),
  corrected: working(
    [],
    '撤销、变更、确认违法，或者责令履行。',
    'The act was revoked, changed or found unlawful, or the body ordered to act.',
  ),
  otherOutcome: working(
    [],
    '终止、撤回、调解和解、不予受理等其他结果。',
    'Ended, withdrawn, settled, inadmissible or otherwise closed.',
  ),
  pending: working([], '12月31日尚未审结。', 'Not decided on 31 December.'),
  total: official([], '四种结果之和。', 'The sum of the four outcomes.'),
};
