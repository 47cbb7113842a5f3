import type { AuditAction, Text } from '@nianbao/core';
import { appendAuditEvent } from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import type { PersonContext } from '../api/request-context.ts';
import { textSchema } from '../api/text-schema.ts';
import { ServiceError } from '../errors/service-error.ts';
import { jobKinds } from './job-kinds.ts';

const most = 200;

export const listParkedOutput = z.array(
  z.object({
    id: z.string(),
    kind: z.string(),
    label: textSchema,
    /** What went wrong at the last attempt. */
    error: z.string(),
    attempts: z.int(),
    createdAt: z.iso.datetime(),
    parkedAt: z.iso.datetime(),
  }),
);

/** Jobs that were given up after their last attempt, oldest first. What they were about stays inside. */
export async function listParkedJobs({ jobs }: PersonContext): Promise<z.infer<typeof listParkedOutput>> {
  const labels = new Map<string, Text>(Object.values(jobKinds).map(({ name, label }) => [name, label]));
  const parked = await jobs.listParked(most);
  return parked.map(({ id, kind, error, attempts, createdAt, parkedAt }) => ({
    ...{ id, kind, error, attempts },
    label: labels.get(kind) ?? { zh: kind, en: kind },
    createdAt: createdAt.toISOString(),
    parkedAt: parkedAt.toISOString(),
  }));
}

export const settleParkedInput = z.object({ id: z.uuid(), what: z.enum(['retry', 'discard']) });
export const settleParkedOutput = z.object({ id: z.uuid() });

const settlings = {
  retry: { action: 'job.retry', settle: 'retryParked' },
  discard: { action: 'job.discard', settle: 'discardParked' },
} as const satisfies Readonly<Record<string, { action: AuditAction; settle: string }>>;

/** Tries a parked job again, or throws it away. */
export async function settleParkedJob(context: PersonContext, { id, what }: z.infer<typeof settleParkedInput>) {
  const { action, settle } = settlings[what];
  if (!(await context.jobs[settle](id))) throw new ServiceError('NOT_FOUND');
  await appendAuditEvent(context.database, { ...eventBy(context, action), subject: `job:${id}` });
  return { id };
}
