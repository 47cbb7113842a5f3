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

export const listPublishedOutput = z.object({
  items: z.array(
    z.object({
      agencyId: z.uuid(),
      /** The name under which it was published. */
      agencyName: z.string(),
      regionCode: z.string().nullable(),
      title: z.string(),
      year: z.int(),
      format: z.string().nullable(),
      version: z.int(),
      publishedAt: z.iso.datetime(),
      digest: z.string(),
    }),
  ),
  /** On all pages. */
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
});

/** Published reports that match, newest year first, a page at a time. */
export async function listPublished(
  { database }: RequestContext,
  { page, ...filter }: z.infer<typeof listPublishedInput>,
): Promise<z.infer<typeof listPublishedOutput>> {
  const { rows, total } = await queryPublished(database, { ...filter, limit: pageSize, offset: (page - 1) * pageSize });
  return {
    items: rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() })),
    total,
    page,
    pageSize,
  };
}
