import type { Text } from '../findings/message.ts';

/**
 * Where a report stands. `published` is the first public version, `corrected` a later one. While a correction is being
 * prepared the state is that of the preparation, and the former version stays public.
 */
export const reportStates = ['draft', 'submitted', 'returned', 'approved', 'published', 'corrected'] as const;
export type ReportState = (typeof reportStates)[number];

export const stateLabels: Readonly<Record<ReportState, Text>> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已提交', en: 'Submitted' },
  returned: { zh: '退回', en: 'Returned' },
  approved: { zh: '审核通过', en: 'Approved' },
  published: { zh: '已发布', en: 'Published' },
  corrected: { zh: '已更正', en: 'Corrected' },
};
