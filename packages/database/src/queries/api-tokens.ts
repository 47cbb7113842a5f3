import { and, desc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import { apiToken } from '../schema/api-token.ts';
import { user } from '../schema/user.ts';

export type ApiTokenRow = typeof apiToken.$inferSelect;
export type NewApiToken = Omit<typeof apiToken.$inferInsert, 'id'>;

export interface ApiTokenWithNames {
  readonly token: ApiTokenRow;
  readonly name: string;
  readonly agencyName: string;
}

const withNames = (database: Database) =>
  database
    .select({ token: apiToken, name: user.name, agencyName: agency.name })
    .from(apiToken)
    .innerJoin(user, eq(user.id, apiToken.userId))
    .innerJoin(agency, eq(agency.id, apiToken.agencyId));

export async function insertApiToken(database: Database, values: NewApiToken): Promise<ApiTokenRow> {
  const [row] = await database.insert(apiToken).values(values).returning();
  if (row === undefined) throw new Error('insert returned no row');
  return row;
}

/** The token with this hash that may be used now; null when it is unknown, expired or revoked. */
export async function findUsableToken(database: Database, hash: string, now: Date): Promise<ApiTokenWithNames | null> {
  const [row] = await withNames(database).where(
    and(eq(apiToken.hash, hash), gt(apiToken.expiresAt, now), isNull(apiToken.revokedAt)),
  );
  return row ?? null;
}

/** Notes that a token was used, once a minute at most. */
export async function noteTokenUse(database: Database, id: string, now: Date): Promise<void> {
  const longAgo = new Date(now.getTime() - 60_000);
  await database
    .update(apiToken)
    .set({ lastUsedAt: now })
    .where(and(eq(apiToken.id, id), or(isNull(apiToken.lastUsedAt), lt(apiToken.lastUsedAt, longAgo))));
}

/** The tokens of some agencies, the newest first. */
export async function listApiTokens(database: Database, agencyIds: readonly string[]): Promise<ApiTokenWithNames[]> {
  if (agencyIds.length === 0) return [];
  return withNames(database)
    .where(inArray(apiToken.agencyId, [...agencyIds]))
    .orderBy(desc(apiToken.createdAt));
}

/** Revokes a token of an agency; null when there is none that could be. */
export async function revokeApiToken(
  database: Database,
  { id, agencyId, now }: { readonly id: string; readonly agencyId: string; readonly now: Date },
): Promise<ApiTokenRow | null> {
  const [row] = await database
    .update(apiToken)
    .set({ revokedAt: now })
    .where(and(eq(apiToken.id, id), eq(apiToken.agencyId, agencyId), isNull(apiToken.revokedAt)))
    .returning();
  return row ?? null;
}

/** The tokens that a person made and nobody has revoked. */
export async function listTokensBy(database: Database, createdBy: string): Promise<ApiTokenRow[]> {
  return database
    .select()
    .from(apiToken)
    .where(and(eq(apiToken.createdBy, createdBy), isNull(apiToken.revokedAt)));
}

/** Revokes every token that a person made; gives them. */
export async function revokeTokensBy(database: Database, createdBy: string, now: Date): Promise<ApiTokenRow[]> {
  return database
    .update(apiToken)
    .set({ revokedAt: now })
    .where(and(eq(apiToken.createdBy, createdBy), isNull(apiToken.revokedAt)))
    .returning();
}
