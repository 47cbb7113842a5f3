import { sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';

/** A published report of another agency and the same year that a report's text may repeat. */
export interface SimilarPeer {
  readonly reportId: string;
  /** The version in force of the other. */
  readonly publicationId: string;
  /** The other agency's name now. */
  readonly agencyName: string;
}

export interface PeerFilter {
  /** The part of the own text, 0 to 1, that has to stand in the other, as it was last compared. */
  readonly share: number;
  /** How many of each report: the likest. */
  readonly limit: number;
}

/**
 * What several reports may repeat, by the pairs that the index of similarity keeps. Of two that are public the later
 * repeats the earlier: one that was public before is held against none that came after it. And what is approved is held
 * against what was public when it was approved: nothing that others publish afterwards stands in its way.
 */
export async function listSimilarPeers(
  database: Database,
  reportIds: readonly string[],
  { share, limit }: PeerFilter,
): Promise<SimilarPeer[]> {
  if (reportIds.length === 0) return [];
  return database.execute<{ reportId: string; publicationId: string; agencyName: string }>(sql`
    select report_id as "reportId", publication_id as "publicationId", agency_name as "agencyName" from (
      select own.report_id, in_force.id as publication_id, agency.name as agency_name,
        row_number() over (partition by own.report_id order by pair.share desc, in_force.id) as place
      from similar_text own
      cross join lateral (
        select other_id as text_id, share_of_one as share from similar_pair where one_id = own.id
        union all
        select one_id, share_of_other from similar_pair where other_id = own.id
      ) pair
      join similar_text other on other.id = pair.text_id and other.standing = 'published' and other.year = own.year
        and other.agency_id <> own.agency_id
      join report on report.id = own.report_id
      join agency on agency.id = other.agency_id
      join publication first on first.report_id = other.report_id and first.version = 1
      join lateral (
        select id from publication where report_id = other.report_id order by version desc limit 1
      ) in_force on true
      where own.report_id in ${[...reportIds]} and own.current and pair.share >= ${share}
        and (report.state in ('draft', 'returned', 'submitted') or report.lifecycle->'approval'->>'at' is null
          or first.published_at < (report.lifecycle->'approval'->>'at')::timestamptz)
        and not exists (select from publication mine
          where mine.report_id = own.report_id and mine.version = 1 and mine.sequence < first.sequence)
    ) likest
    where place <= ${limit}
    order by report_id, place`);
}
