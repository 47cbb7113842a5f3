import type { Database } from '@nianbao/database';
import { agenciesMark, listPublishedSince, newestSequence } from '@nianbao/database';
import { Hono } from 'hono';
import { z } from 'zod';
import { ServiceError } from '../errors/service-error.ts';
import { isKnown } from '../http/entity-tag.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import type { BulkFormat } from './published-lines.ts';
import { bulkFormats } from './published-lines.ts';

const querySchema = z.object({
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  /** First digits of a GB/T 2260 code. */
  region: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional(),
  /** Only what was published after this place in the sequence: what an earlier answer named as `nianbao-sequence`. */
  since: z.coerce.number().int().min(0).default(0),
});

type BulkQuery = z.infer<typeof querySchema>;

/** Reports that are held in memory at a time. */
const pageSize = 50;

/** Writes page after page as the reader takes them in; what is published meanwhile is for the next time. */
function stream(database: Database, format: BulkFormat, query: BulkQuery & { readonly upTo: number }) {
  const { year, region, upTo } = query;
  const encoder = new TextEncoder();
  let after = query.since;
  let begun = format.head === '';
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!begun) {
          begun = true;
          controller.enqueue(encoder.encode(format.head));
          return;
        }
        const rows = await listPublishedSince(database, { year, region, after, upTo, limit: pageSize });
        const last = rows.at(-1);
        if (last === undefined) return controller.close();
        after = last.publication.sequence;
        controller.enqueue(encoder.encode(rows.map((row) => format.lines(row)).join('')));
      },
    },
    { highWaterMark: 1 },
  );
}

/**
 * Everything that is published, as one stream of any length: `/api/v1/bulk/published.ndjson` and `.csv`. The answer's
 * `nianbao-sequence` is what to ask with as `since` the next time, for what has changed.
 */
export function bulkRoutes(database: Database): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.get('/:file{published\\.[a-z]+}', async (context) => {
    const format = bulkFormats[context.req.param('file').slice('published.'.length)];
    if (format === undefined) throw new ServiceError('NOT_FOUND');
    const query = querySchema.safeParse(context.req.query());
    if (!query.success) throw ServiceError.badInput(query.error);
    const [upTo, agencies] = await Promise.all([newestSequence(database), agenciesMark(database)]);
    const tag = `"bulk-${upTo}-${agencies}"`;
    const headers = new Headers({
      etag: tag,
      'cache-control': 'public, no-cache',
      'nianbao-sequence': String(upTo),
    });
    if (isKnown(context, tag)) return new Response(null, { status: 304, headers });
    headers.set('content-type', format.mediaType);
    return new Response(stream(database, format, { ...query.data, upTo }), { headers });
  });
  return app;
}
