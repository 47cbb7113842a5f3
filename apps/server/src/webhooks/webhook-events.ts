import type { Text } from '@nianbao/core';

/** Everything that other services can be told of. */
export const webhookEvents = {
  'report.published': { zh: '报告发布', en: 'A report was published' },
  'report.corrected': { zh: '报告更正', en: 'A published report was corrected' },
} as const satisfies Readonly<Record<string, Text>>;

export type WebhookEvent = keyof typeof webhookEvents;

export const webhookEventNames = ['report.published', 'report.corrected'] as const satisfies readonly WebhookEvent[];
