import { randomBytes } from 'node:crypto';
import type { AuditAction } from '@nianbao/core';
import type { AgencyRow, Database, FieldChange, WebhookRow } from '@nianbao/database';
import {
  appendAuditEvent,
  deleteWebhook,
  findDelivery,
  findWebhook,
  insertWebhook,
  listDeliveries as queryDeliveries,
  listWebhooks as queryWebhooks,
  updateWebhook,
} from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import { agencyIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
import { seal } from './sealed-secret.ts';
import { webhookEventNames } from './webhook-events.ts';

const url = z.url({ protocol: /^https?$/ }).max(2000);
const events = z.array(z.enum(webhookEventNames)).min(1).readonly();
const one = { agencyId: agencyIdSchema, id: z.uuid() };

export const webhookSchema = z.object({
  id: z.uuid(),
  url: z.string(),
  events: z.array(z.string()).readonly(),
  active: z.boolean(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});

type AgencyContext = PersonContext & { readonly agency: AgencyRow };

const shown = ({ id, url: to, events: of, active, createdAt, createdByName }: WebhookRow) => ({
  ...{ id, url: to, events: of, active, createdAt: createdAt.toISOString(), createdBy: createdByName },
});

function record(
  context: AgencyContext,
  transaction: Database,
  { action, id, changes }: { readonly action: AuditAction; readonly id: string; readonly changes: FieldChange[] },
): Promise<void> {
  const event = { ...eventBy(context, action), agencyId: context.agency.id, subject: `webhook:${id}`, changes };
  return appendAuditEvent(transaction, event);
}

export const listWebhooksInput = z.object({ agencyId: agencyIdSchema });
export const listWebhooksOutput = z.array(webhookSchema);

/** The services that an agency has told the system to tell. */
export async function listWebhooks({ database, agency }: AgencyContext): Promise<z.infer<typeof listWebhooksOutput>> {
  return (await queryWebhooks(database, agency.id)).map(shown);
}

export const createWebhookInput = z.object({ agencyId: agencyIdSchema, url, events });
export const createWebhookOutput = z.object({
  ...webhookSchema.shape,
  /** The key that signatures are made with; it is told this once. */
  key: z.string(),
});

/** Adds a service that is told what happens to the agency and those below it. */
export async function createWebhook(
  context: AgencyContext & { readonly secret: string },
  input: z.infer<typeof createWebhookInput>,
): Promise<z.infer<typeof createWebhookOutput>> {
  const { database, person, now, secret } = context;
  const key = `whsec_${randomBytes(24).toString('base64')}`;
  return database.transaction(async (transaction) => {
    const row = await insertWebhook(transaction, {
      ...{ agencyId: context.agency.id, url: input.url, events: input.events, sealedSecret: seal(key, secret) },
      ...{ createdAt: now, createdBy: person.id, createdByName: person.name },
    });
    const changes = [{ field: 'webhook', before: null, after: { url: row.url, events: row.events } }];
    await record(context, transaction, { action: 'webhook.create', id: row.id, changes });
    return { ...shown(row), key };
  });
}

export const changeWebhookInput = z.object({
  ...one,
  url: url.optional(),
  events: events.optional(),
  active: z.boolean().optional(),
});

/** Changes where a service is told, of what, and whether at all. */
export async function changeWebhook(
  context: AgencyContext,
  { agencyId, id, ...changes }: z.infer<typeof changeWebhookInput>,
): Promise<z.infer<typeof webhookSchema>> {
  return context.database.transaction(async (transaction) => {
    const before = await findWebhook(transaction, { id, agencyId });
    if (before === null) throw new ServiceError('NOT_FOUND');
    const after = {
      url: changes.url ?? before.url,
      events: changes.events ?? before.events,
      active: changes.active ?? before.active,
    };
    await updateWebhook(transaction, { id, agencyId }, after);
    const fields = (['url', 'events', 'active'] as const).filter((field) => changes[field] !== undefined);
    const changed = fields.map((field) => ({ field, before: before[field], after: after[field] }));
    await record(context, transaction, { action: 'webhook.change', id, changes: changed });
    return shown({ ...before, ...after });
  });
}

export const webhookReference = z.object(one);

/** Takes a service off, with the list of what it was told. */
export async function removeWebhook(
  context: AgencyContext,
  key: z.infer<typeof webhookReference>,
): Promise<{ readonly id: string }> {
  return context.database.transaction(async (transaction) => {
    const before = await findWebhook(transaction, key);
    if (before === null) throw new ServiceError('NOT_FOUND');
    await deleteWebhook(transaction, key);
    const changes = [{ field: 'webhook', before: { url: before.url, events: before.events }, after: null }];
    await record(context, transaction, { action: 'webhook.remove', id: key.id, changes });
    return { id: key.id };
  });
}

export const removeWebhookOutput = z.object({ id: z.uuid() });

const mostDeliveries = 100;

export const listDeliveriesOutput = z.array(
  z.object({
    id: z.uuid(),
    event: z.string(),
    createdAt: z.iso.datetime(),
    attempts: z.int(),
    /** HTTP status of the last answer; null where there was none, and `error` says why. */
    status: z.int().nullable(),
    error: z.string().nullable(),
    deliveredAt: z.iso.datetime().nullable(),
  }),
);

/** What a service was told of late, newest first. */
export async function listDeliveries(
  { database }: AgencyContext,
  key: z.infer<typeof webhookReference>,
): Promise<z.infer<typeof listDeliveriesOutput>> {
  if ((await findWebhook(database, key)) === null) throw new ServiceError('NOT_FOUND');
  const rows = await queryDeliveries(database, key.id, mostDeliveries);
  return rows.map(({ id, event, createdAt, attempts, lastStatus, lastError, deliveredAt }) => ({
    ...{ id, event, createdAt: createdAt.toISOString(), attempts, status: lastStatus, error: lastError },
    deliveredAt: deliveredAt?.toISOString() ?? null,
  }));
}

export const redeliverInput = z.object({ ...one, deliveryId: z.uuid() });
export const redeliverOutput = z.object({ deliveryId: z.uuid() });

/** Sends again what did not arrive. */
export async function redeliver(
  { database, jobs }: AgencyContext,
  { agencyId, id, deliveryId }: z.infer<typeof redeliverInput>,
): Promise<z.infer<typeof redeliverOutput>> {
  const found = await findDelivery(database, deliveryId);
  if (found === null || found.webhook.id !== id || found.webhook.agencyId !== agencyId) {
    throw new ServiceError('NOT_FOUND');
  }
  await jobs.send(database, { kind: jobKinds.deliverWebhook, data: { deliveryId }, key: deliveryId });
  return { deliveryId };
}
