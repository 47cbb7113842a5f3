import type { PublicationHead } from '@nianbao/database';
import { z } from 'zod';

/** What is told of a public version without its content. */
export const publicVersionSchema = z.object({
  version: z.int(),
  publishedAt: z.iso.datetime(),
  digest: z.string(),
  note: z.string().nullable(),
});

export function publicVersion(head: PublicationHead): z.infer<typeof publicVersionSchema> {
  return { ...head, publishedAt: head.publishedAt.toISOString() };
}
