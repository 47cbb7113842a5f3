import type postgres from 'postgres';
import { z } from 'zod';
import { jobSchema } from '../jobs/migrate-jobs.ts';

/**
 * A job that has still to be done. What was done is not kept; what repeats by itself sends itself anew; a parked job is
 * tried again where it is restored.
 */
export const waitingJobSchema = z.object({
  kind: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Not before this moment. */
  at: z.iso.datetime(),
  /** While a job with this key waits, another with the same key is not added. */
  key: z.string().nullable(),
});
export type WaitingJob = z.infer<typeof waitingJobSchema>;

/** The jobs that wait, are being worked on in another transaction, or are parked; oldest first. */
export async function* readWaitingJobs(
  transaction: postgres.TransactionSql,
  repeating: ReadonlySet<string>,
): AsyncGenerator<WaitingJob> {
  const [found] = await transaction<{ there: boolean }[]>`
    select to_regclass(${`${jobSchema}.job`}) is not null as there`;
  if (found?.there !== true) return;
  const rows = transaction<{ kind: string; data: unknown; at: Date; key: string | null }[]>`
    select coalesce(source_name, name) as kind, coalesce(data, '{}') as data, start_after as at, singleton_key as key
    from ${transaction(jobSchema)}.job
    where state in ('created', 'retry', 'active')
    order by created_on, id`.cursor(200);
  for await (const some of rows) {
    for (const { kind, data, at, key } of some) {
      if (repeating.has(kind)) continue;
      yield waitingJobSchema.parse({ kind, data, at: at.toISOString(), key });
    }
  }
}
