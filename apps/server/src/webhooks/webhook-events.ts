import type { Text } from '@nianbao/core';
import { z } from 'zod';

/** Everything that other services can be told of. */
export const webhookEvents = {
  'report.published': { zh: '报告发布', en: 'A report was published' },
  'report.corrected': { zh: '报告更正', en: 'A published report was corrected' },
} as const satisfies Readonly<Record<string, Text>>;

export type WebhookEvent = keyof typeof webhookEvents;

export const webhookEventNames = ['report.published', 'report.corrected'] as const satisfies readonly WebhookEvent[];

/** What is posted: which report in which version. The content is fetched, at `path` or through the API. */
export const webhookMessageSchema = z.object({
  type: z.enum(webhookEventNames),
  timestamp: z.iso.datetime(),
  data: z.object({
    agencyId: z.uuid(),
    year: z.int(),
    version: z.int(),
    digest: z.string(),
    /** 更正说明 of a correction. */
    note: z.string().nullable(),
    /** Of the public page. */
    path: z.string(),
  }),
});

export type WebhookMessage = z.infer<typeof webhookMessageSchema>;
