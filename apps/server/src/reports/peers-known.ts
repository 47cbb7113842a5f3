import type { CheckContext } from '@nianbao/core';
import type { Database, SimilarPeer } from '@nianbao/database';
import { listSimilarPeers } from '@nianbao/database';
import { rememberedPublication } from '../published/published-version.ts';
import { lowestShare } from '../similarity/index-similarity.ts';

type Peers = NonNullable<CheckContext['peers']>;

/** What a report's text is held against, for the rule on repeated text. */
export interface KnownPeers {
  /** Differs whenever they do. */
  readonly version: readonly string[];
  /** The published reports, read when they are first asked for. */
  readonly peers: () => Promise<Peers>;
}

/** Reports that one is held against: the likest tell what was copied. */
const limit = 5;

async function readPeers(database: Database, found: readonly SimilarPeer[]): Promise<Peers> {
  const peers: Peers[number][] = [];
  for (const { publicationId, agencyName } of found) {
    const report = (await rememberedPublication(database, publicationId))?.content;
    if (report !== undefined) peers.push({ name: report.agency ?? agencyName, report });
  }
  return peers;
}

/**
 * Which published reports of other agencies and the same year may have been copied, for several reports at once, by the
 * report's id. Nothing is compared here but by the index: text that was saved in the last half minute may not be in it yet.
 */
export async function peersKnown(
  database: Database,
  reportIds: readonly string[],
): Promise<(reportId: string) => KnownPeers> {
  // The rule compares the text anew, which may have changed since: all that the index keeps may be repeated now.
  const found = await listSimilarPeers(database, reportIds, { share: lowestShare, limit });
  const peersOf = Map.groupBy(found, ({ reportId }) => reportId);
  return (reportId) => {
    const peers = peersOf.get(reportId) ?? [];
    return { version: peers.map(({ publicationId }) => publicationId), peers: () => readPeers(database, peers) };
  };
}
