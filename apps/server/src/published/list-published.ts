import { listPublished as queryPublished } from '@nianbao/database';
import { z } from 'zod';
import type { RequestContext } from '../api/request-context.ts';

const pageSize = 50;

export const listPublishedInput = z.object({
  search: z.string().trim().min(1).max(100).optional(),
  year: z.int().optional(),
  /** First digits of a GB/T 2260 code. */
  region: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional(),
  page: z.int().min(1).max(100_000).default(1),
});

/** Published reports that match, newest year first, a page at a time. */
export async function listPublished(
  { database }: RequestContext,
  { page, ...filter }: z.infer<typeof listPublishedInput>,
) {
  const { rows, total } = await queryPublished(database, { ...filter, limit: pageSize, offset: (page - 1) * pageSize });
  return {
    items: rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() })),
    total,
    page,
    pageSize,
  };
}
