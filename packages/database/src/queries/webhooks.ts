import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { webhook, webhookDelivery } from '../schema/webhook.ts';

export type WebhookRow = typeof webhook.$inferSelect;
export type NewWebhook = typeof webhook.$inferInsert;
export type WebhookDeliveryRow = typeof webhookDelivery.$inferSelect;

export async function insertWebhook(database: Database, values: NewWebhook): Promise<WebhookRow> {
  const [row] = await database.insert(webhook).values(values).returning();
  if (row === undefined) throw new Error('no webhook inserted');
  return row;
}

export async function listWebhooks(database: Database, agencyId: string): Promise<WebhookRow[]> {
  return database.select().from(webhook).where(eq(webhook.agencyId, agencyId)).orderBy(asc(webhook.createdAt));
}

/** The webhooks in use at any of the agencies. */
export async function listActiveWebhooks(database: Database, agencyIds: readonly string[]): Promise<WebhookRow[]> {
  return database
    .select()
    .from(webhook)
    .where(and(webhook.active, inArray(webhook.agencyId, [...agencyIds])));
}

export interface WebhookKey {
  readonly id: string;
  readonly agencyId: string;
}

const named = ({ id, agencyId }: WebhookKey) => and(eq(webhook.id, id), eq(webhook.agencyId, agencyId));

export async function findWebhook(database: Database, key: WebhookKey): Promise<WebhookRow | null> {
  const [row] = await database.select().from(webhook).where(named(key));
  return row ?? null;
}

export type WebhookChanges = Partial<Pick<WebhookRow, 'url' | 'events' | 'active' | 'sealedSecret'>>;

export async function updateWebhook(transaction: Database, key: WebhookKey, changes: WebhookChanges): Promise<void> {
  await transaction.update(webhook).set(changes).where(named(key));
}

/** Removes a webhook with what it was told. */
export async function deleteWebhook(transaction: Database, key: WebhookKey): Promise<void> {
  await transaction.delete(webhook).where(named(key));
}

export async function insertDelivery(
  transaction: Database,
  values: Pick<WebhookDeliveryRow, 'webhookId' | 'event' | 'body' | 'createdAt'>,
): Promise<string> {
  const [row] = await transaction.insert(webhookDelivery).values(values).returning({ id: webhookDelivery.id });
  if (row === undefined) throw new Error('no delivery inserted');
  return row.id;
}

export async function findDelivery(
  database: Database,
  id: string,
): Promise<{ readonly delivery: WebhookDeliveryRow; readonly webhook: WebhookRow } | null> {
  const [row] = await database
    .select({ delivery: webhookDelivery, webhook })
    .from(webhookDelivery)
    .innerJoin(webhook, eq(webhook.id, webhookDelivery.webhookId))
    .where(eq(webhookDelivery.id, id));
  return row ?? null;
}

/** What a webhook was told, newest first. */
export async function listDeliveries(
  database: Database,
  webhookId: string,
  limit: number,
): Promise<WebhookDeliveryRow[]> {
  return database
    .select()
    .from(webhookDelivery)
    .where(eq(webhookDelivery.webhookId, webhookId))
    .orderBy(desc(webhookDelivery.createdAt))
    .limit(limit);
}

export interface DeliveryAttempt {
  readonly at: Date;
  readonly status: number | null;
  readonly error: string | null;
  readonly delivered: boolean;
}

/** Notes how an attempt went. */
export async function noteAttempt(database: Database, id: string, attempt: DeliveryAttempt): Promise<void> {
  await database
    .update(webhookDelivery)
    .set({
      attempts: sql`${webhookDelivery.attempts} + 1`,
      lastStatus: attempt.status,
      lastError: attempt.error,
      lastAttemptAt: attempt.at,
      ...(attempt.delivered ? { deliveredAt: attempt.at } : {}),
    })
    .where(eq(webhookDelivery.id, id));
}
