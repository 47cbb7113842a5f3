import { sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { parkedQueue } from './job-queue.ts';
import { jobSchema } from './migrate-jobs.ts';

export interface JobCounts {
  /** Jobs to be done, now or at their time. */
  readonly waiting: number;
  /** Jobs that were given up. */
  readonly parked: number;
}

/** Counts jobs without opening the queue; null where it has no tables yet. */
export async function countJobs(database: Database): Promise<JobCounts | null> {
  const [found] = await database.execute<{ there: boolean }>(
    sql`select to_regclass(${`${jobSchema}.job`}) is not null as there`,
  );
  if (found?.there !== true) return null;
  const [counts] = await database.execute<{ waiting: number; parked: number }>(sql`
    select count(*) filter (where name <> ${parkedQueue})::int as waiting,
      count(*) filter (where name = ${parkedQueue})::int as parked
    from ${sql.identifier(jobSchema)}.job where state < 'active'`);
  return counts ?? { waiting: 0, parked: 0 };
}
