import { and, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import { campaign } from '../schema/campaign.ts';

export type CampaignRow = typeof campaign.$inferSelect;
export type NewCampaign = typeof campaign.$inferInsert;

/** Opens a campaign; null when the government has opened that year already. */
export async function insertCampaign(transaction: Database, values: NewCampaign): Promise<CampaignRow | null> {
  const [row] = await transaction.insert(campaign).values(values).onConflictDoNothing().returning();
  return row ?? null;
}

export async function findCampaign(database: Database, id: string): Promise<CampaignRow | null> {
  const [row] = await database.select().from(campaign).where(eq(campaign.id, id));
  return row ?? null;
}

/** The campaign, kept from changing by others until the transaction ends. */
export async function lockCampaign(transaction: Database, id: string): Promise<CampaignRow | null> {
  const [row] = await transaction.select().from(campaign).where(eq(campaign.id, id)).for('update');
  return row ?? null;
}

/** Campaigns of the given governments, newest year first, governments in the official order. */
export async function listCampaigns(
  database: Database,
  agencyIds: readonly string[],
): Promise<{ readonly campaign: CampaignRow; readonly agencyName: string }[]> {
  if (agencyIds.length === 0) return [];
  return database
    .select({ campaign, agencyName: agency.name })
    .from(campaign)
    .innerJoin(agency, eq(agency.id, campaign.agencyId))
    .where(inArray(campaign.agencyId, [...agencyIds]))
    .orderBy(desc(campaign.year), agency.position, agency.name);
}

/** Campaigns of some governments, for a year and the years after it, that nobody has closed. */
export async function openCampaignsOf(
  database: Database,
  agencyIds: readonly string[],
  fromYear: number,
): Promise<CampaignRow[]> {
  if (agencyIds.length === 0) return [];
  return database
    .select()
    .from(campaign)
    .where(and(gte(campaign.year, fromYear), inArray(campaign.agencyId, [...agencyIds]), isNull(campaign.closedAt)));
}

/** Campaigns that are open and have not been looked at on a day, each kept for this transaction alone. */
export async function lockUnreminded(transaction: Database, today: string): Promise<CampaignRow[]> {
  return transaction
    .select()
    .from(campaign)
    .where(and(isNull(campaign.closedAt), sql`${campaign.remindedOn} is distinct from ${today}`))
    .for('update', { skipLocked: true });
}

export type CampaignChanges = Partial<Pick<CampaignRow, 'deadlines' | 'note' | 'closedAt' | 'remindedOn'>>;

/** Writes changes to a campaign that the transaction has locked; gives the new revision. */
export async function updateCampaign(transaction: Database, id: string, changes: CampaignChanges): Promise<number> {
  const [row] = await transaction
    .update(campaign)
    .set({ ...changes, revision: sql`${campaign.revision} + 1` })
    .where(eq(campaign.id, id))
    .returning({ revision: campaign.revision });
  if (row === undefined) throw new Error(`no campaign ${id}`);
  return row.revision;
}
