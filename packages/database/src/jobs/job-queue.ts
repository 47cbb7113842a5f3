import { sql } from 'drizzle-orm';
import type { Db, Job, JobWithMetadata } from 'pg-boss';
import { fromDrizzle, PgBoss } from 'pg-boss';
import postgres from 'postgres';
import { z } from 'zod';
import type { WaitingJob } from '../backup/waiting-jobs.ts';
import type { Database } from '../connect.ts';
import { beginTransaction, bossConnection, transactionBehind } from './boss-database.ts';
import type { AnyJobKind, JobKind, ParkedJob, SendOptions } from './job-kind.ts';
import { jobSchema } from './migrate-jobs.ts';

/** Where jobs go that were given up. */
export const parkedQueue = 'parked';
const month = 30 * 24 * 60 * 60;
const zone = 'Asia/Shanghai';

/** Does the work of a job. `attempt` names it for effects outside the database: the same at every attempt. */
export type JobHandler<Data> = (
  data: Data,
  attempt: { readonly id: string; readonly database: Database },
) => Promise<void>;

export interface JobQueue {
  /**
   * Adds a job in the transaction that decides on it: the job is there if and only if that commits. False when one with
   * the same key waits already.
   */
  send<Data extends object>(
    transaction: Database,
    job: { readonly kind: JobKind<string, Data>; readonly data: Data } & SendOptions,
  ): Promise<boolean>;
  /** Puts back jobs that a backup kept; gives how many of them are of no kind that there is any more. */
  putBack(transaction: postgres.TransactionSql, jobs: readonly WaitingJob[]): Promise<number>;
  /** Takes on the work of a kind in this process. */
  work<Data extends object>(kind: JobKind<string, Data>, handler: JobHandler<Data>): Promise<void>;
  /** Jobs that were given up, oldest first. */
  listParked(limit: number): Promise<ParkedJob[]>;
  countParked(): Promise<number>;
  /** Tries a parked job again; false when there is none of that id. */
  retryParked(id: string): Promise<boolean>;
  /** Throws a parked job away; false when there is none of that id. */
  discardParked(id: string): Promise<boolean>;
  /** Numbers of jobs by kind, for the metrics. */
  count(): Promise<readonly { readonly kind: string; readonly waiting: number; readonly failed: number }[]>;
  /** Whether it takes and does jobs: from the opening to the stop. */
  isOpen(): boolean;
  /** Takes no new jobs and waits for those under way. */
  stop(): Promise<void>;
}

export interface JobQueueOptions {
  readonly kinds: readonly AnyJobKind[];
  /** Keep the queue in order and send what repeats: for processes that work, not for those that only send. */
  readonly supervise: boolean;
  readonly onError: (error: Error) => void;
  /** Seconds between looks for new jobs. */
  readonly pollEvery?: number;
}

const failure = z.object({ message: z.string() }).catch({ message: '' });

function parkedJob(job: JobWithMetadata): ParkedJob {
  return {
    id: job.id,
    kind: job.sourceName ?? '',
    data: job.data,
    error: failure.parse(job.sourceOutput).message,
    attempts: (job.sourceRetryCount ?? 0) + 1,
    createdAt: job.sourceCreatedOn ?? job.createdOn,
    parkedAt: job.createdOn,
  };
}

async function prepare(boss: PgBoss, { kinds, supervise }: JobQueueOptions): Promise<void> {
  await boss.createQueue(parkedQueue, { retentionSeconds: 12 * month, deleteAfterSeconds: 12 * month });
  for (const { name, retries, retryDelay, expiresAfter, signOfLife, every } of kinds) {
    const options = {
      retryLimit: retries,
      retryDelay,
      retryBackoff: true,
      expireInSeconds: expiresAfter,
      retentionSeconds: month,
      deadLetter: parkedQueue,
      ...(signOfLife === undefined ? {} : { heartbeatSeconds: signOfLife }),
    };
    await boss.createQueue(name, { ...options, policy: 'short' });
    await boss.updateQueue(name, options);
    if (supervise && every !== undefined) await boss.schedule(name, every, {}, { tz: zone });
  }
}

/** The address of the database, for the queue's own connection, and the pool that work is done with. */
export interface QueueConnection {
  readonly url: string;
  readonly database: Database;
}

/** Opens the durable queue in the database. Several processes may; a job is worked by one of them. */
export async function openJobQueue({ url, database }: QueueConnection, options: JobQueueOptions): Promise<JobQueue> {
  const { supervise, onError, pollEvery = 1 } = options;
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  const db: Db = { ...bossConnection(client), beginTransaction: () => beginTransaction(database) };
  const boss = new PgBoss({ db, schema: jobSchema, migrate: false, supervise, schedule: supervise });
  boss.on('error', onError);
  await boss.start();
  await prepare(boss, options);
  let isOpen = true;
  const workers = new Map<string, string>();
  const lookAgain = ({ name }: AnyJobKind) => {
    const worker = workers.get(name);
    if (worker !== undefined) boss.notifyWorker(worker);
  };
  return {
    async send(transaction, { kind, data, at, key }) {
      const id = await boss.send(kind.name, data, {
        db: fromDrizzle(transaction, sql),
        ...(at === undefined ? {} : { startAfter: at }),
        // The queue keeps one waiting job for each key; without one, each job has its own.
        singletonKey: key ?? crypto.randomUUID(),
      });
      lookAgain(kind);
      return id !== null;
    },
    async putBack(transaction, jobs) {
      const names = new Set(options.kinds.map(({ name }) => name));
      const known = jobs.filter(({ kind }) => names.has(kind));
      for (const { kind, data, at, key } of known) {
        const place = { db: bossConnection(transaction), startAfter: at, singletonKey: key ?? crypto.randomUUID() };
        await boss.send(kind, data, place);
      }
      return jobs.length - known.length;
    },
    async work(kind, handler) {
      const polling = { pollingIntervalSeconds: pollEvery };
      const doAll = async (jobs: Job<object>[], over: Database) => {
        for (const { id, data } of jobs) await handler(kind.data.parse(data), { id, database: over });
        lookAgain(kind);
      };
      const worker =
        kind.effect === 'onItsOwn'
          ? await boss.work(kind.name, polling, (jobs: Job<object>[]) => doAll(jobs, database))
          : await boss.work(kind.name, { ...polling, transactional: true }, (jobs: Job<object>[], tx: Db) =>
              doAll(jobs, transactionBehind(tx)),
            );
      workers.set(kind.name, worker);
    },
    async listParked(limit) {
      return (await boss.findJobs<object>(parkedQueue, { queued: true, limit })).map(parkedJob);
    },
    async countParked() {
      const rows = await client<{ count: number }[]>`
        select count(*)::int as count from ${client(jobSchema)}.job where name = ${parkedQueue} and state < 'active'`;
      return rows[0]?.count ?? 0;
    },
    retryParked: async (id) => (await boss.redrive(parkedQueue, { ids: [id] })) > 0,
    async discardParked(id) {
      const found = await boss.findJobs(parkedQueue, { id });
      if (found.length > 0) await boss.deleteJob(parkedQueue, id);
      return found.length > 0;
    },
    async count() {
      const queues = await boss.getQueues();
      return queues.map(({ name, queuedCount, failedCount }) => ({
        kind: name,
        waiting: queuedCount,
        failed: failedCount,
      }));
    },
    isOpen: () => isOpen,
    async stop() {
      isOpen = false;
      await boss.stop({ graceful: true, timeout: 20_000 });
      await client.end({ timeout: 5 });
    },
  };
}
