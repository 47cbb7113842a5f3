import type { Report, SimilaritySignature } from '@nianbao/core';
import type { SQL } from 'drizzle-orm';
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { publication } from '../schema/publication.ts';
import { report } from '../schema/report.ts';
import type { Standing } from '../schema/similarity.ts';
import { similarPair, similarText } from '../schema/similarity.ts';
import type { AgencyScope } from './agency-scope.ts';
import { idsWithin } from './agency-scope.ts';

export type SimilarTextRow = typeof similarText.$inferSelect;
export type SimilarPairRow = typeof similarPair.$inferSelect;

/** Any fixed number: the name of the lock under which texts are compared. */
const comparingLock = 20_240_045;

/**
 * Lets one transaction at a time compare texts, until it ends: two that were written at once would each miss the other's.
 */
export async function lockComparing(transaction: Database): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${comparingLock})`);
}

export async function findSimilarText(
  database: Database,
  reportId: string,
  standing: Standing,
): Promise<SimilarTextRow | null> {
  const [row] = await database
    .select()
    .from(similarText)
    .where(and(eq(similarText.reportId, reportId), eq(similarText.standing, standing)));
  return row ?? null;
}

export interface NewSimilarText extends SimilaritySignature {
  readonly reportId: string;
  readonly standing: Standing;
  readonly agencyId: string;
  readonly year: number;
  readonly current: boolean;
}

/** Keeps a text's signature in the place of the one before. */
export async function upsertSimilarText(transaction: Database, values: NewSimilarText): Promise<SimilarTextRow> {
  const { current, length, bands } = values;
  const [row] = await transaction
    .insert(similarText)
    .values({ ...values, bands: [...bands] })
    .onConflictDoUpdate({
      target: [similarText.reportId, similarText.standing],
      set: { current, length, bands: [...bands] },
    })
    .returning();
  if (row === undefined) throw new Error('insert returned no row');
  return row;
}

/** Forgets a text with its pairs. */
export async function deleteSimilarText(transaction: Database, reportId: string, standing: Standing): Promise<void> {
  await transaction
    .delete(similarText)
    .where(and(eq(similarText.reportId, reportId), eq(similarText.standing, standing)));
}

/** A text that another may repeat: of another agency and the same year, or of the same agency the year before or after. */
export interface Candidate {
  readonly id: string;
  readonly reportId: string;
  readonly standing: Standing;
  readonly year: number;
}

/**
 * Texts that have bands in common with a text, those with the most first, and the same agency's of the years beside it
 * whatever they have.
 */
export async function listCandidates(database: Database, text: SimilarTextRow, limit: number): Promise<Candidate[]> {
  const bands = sql`${sql.param(text.bands, similarText.bands)}::integer[]`;
  const { id, reportId, standing, year, agencyId } = similarText;
  const peers = and(eq(year, text.year), sql`${agencyId} <> ${text.agencyId}`, sql`${similarText.bands} && ${bands}`);
  const beside = and(eq(agencyId, text.agencyId), sql`abs(${year} - ${text.year}) = 1`);
  const common = sql`(select count(*) from unnest(${similarText.bands}) as band where band = any(${bands}))`;
  return database
    .select({ id, reportId, standing, year })
    .from(similarText)
    .where(or(peers, beside))
    .orderBy(sql`${agencyId} = ${text.agencyId} desc`, sql`${common} desc`, id)
    .limit(limit);
}

/** The reports behind several texts, by the text's id; for their words: of a working copy the figures are left out. */
export async function mapTextContents(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Report>> {
  if (ids.length === 0) return new Map();
  const content = sql<Report | null>`case when ${similarText.standing} = 'working' then ${report.content} else (
    select ${publication.content} from ${publication} where ${publication.reportId} = ${similarText.reportId}
    order by ${publication.version} desc limit 1) end`;
  const rows = await database
    .select({ id: similarText.id, content })
    .from(similarText)
    .innerJoin(report, eq(report.id, similarText.reportId))
    .where(inArray(similarText.id, [...ids]));
  return new Map(rows.flatMap(({ id, content: found }) => (found === null ? [] : [[id, found] as const])));
}

/** Forgets all texts and pairs, to make them anew. */
export async function forgetSimilarity(database: Database): Promise<void> {
  await database.delete(similarText);
}

/** Puts the pairs of a text in the place of those before. */
export async function replacePairs(
  transaction: Database,
  textId: string,
  pairs: readonly SimilarPairRow[],
): Promise<void> {
  await transaction.delete(similarPair).where(or(eq(similarPair.oneId, textId), eq(similarPair.otherId, textId)));
  if (pairs.length > 0) await transaction.insert(similarPair).values([...pairs]);
}

export interface PairFilter {
  /** Towards which agencies somebody may read pairs; of others they see only what is published. */
  readonly scope: AgencyScope;
  /** Only pairs that have a text of these. */
  readonly within: AgencyScope;
  readonly year: number;
  readonly threshold: number;
  readonly kind: 'all' | 'peers' | 'lastYear';
  readonly limit: number;
  readonly offset: number;
}

/** One side of a pair. */
export interface PairText {
  readonly reportId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly year: number;
  readonly standing: Standing;
  /** The part of it, 0 to 1, that stands in the other. */
  readonly share: number;
}

export interface ListedPair {
  readonly one: PairText;
  readonly other: PairText;
}

const kinds: Readonly<Record<PairFilter['kind'], SQL>> = {
  all: sql`true`,
  peers: sql`one.agency_id <> other.agency_id`,
  lastYear: sql`one.agency_id = other.agency_id`,
};

const textOf = (side: 'one' | 'other'): SQL => {
  const [text, agency, share] = [sql.raw(side), sql.raw(`agency_of_${side}`), sql.raw(`share_of_${side}`)];
  return sql`jsonb_build_object('reportId', ${text}.report_id, 'agencyId', ${text}.agency_id, 'agencyName', ${agency}.name,
    'year', ${text}.year, 'standing', ${text}.standing, 'share', ${share})`;
};

/** Pairs of texts that repeat each other, the most alike first; `total` counts those on all pages. */
export async function listPairs(
  database: Database,
  { scope, within, year, threshold, kind, limit, offset }: PairFilter,
): Promise<{ readonly rows: ListedPair[]; readonly total: number }> {
  const [row] = await database.execute<{ pairs: ListedPair[]; total: number }>(sql`
    with scope as materialized ${idsWithin(scope)}, within as materialized ${idsWithin(within)},
    seen as (
      select similar_text.*, id_in_scope.id is not null as inside, id_within.id is not null as wanted
      from similar_text
      left join scope as id_in_scope on id_in_scope.id = similar_text.agency_id
      left join within as id_within on id_within.id = similar_text.agency_id
      where similar_text.year between ${year - 1} and ${year}
        and case when id_in_scope.id is null then similar_text.standing = 'published' else similar_text.current end
    ),
    matching as (
      select ${textOf('one')} as one, ${textOf('other')} as other, row_number() over (
        order by greatest(share_of_one, share_of_other) desc, least(share_of_one, share_of_other) desc, one.id, other.id
      ) as place
      from similar_pair pair
      join seen one on one.id = pair.one_id
      join seen other on other.id = pair.other_id
      join agency agency_of_one on agency_of_one.id = one.agency_id
      join agency agency_of_other on agency_of_other.id = other.agency_id
      where pair.year = ${year} and greatest(share_of_one, share_of_other) >= ${threshold} and ${kinds[kind]}
        and (one.inside and one.wanted or other.inside and other.wanted)
    )
    select (select count(*)::int from matching) as total,
      coalesce((select jsonb_agg(jsonb_build_object('one', one, 'other', other) order by place) from matching
        where place > ${offset} and place <= ${offset + limit}), '[]') as pairs`);
  return { rows: row?.pairs ?? [], total: row?.total ?? 0 };
}
