import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Report, SimilaritySignature } from '@nianbao/core';
import { likeness, similaritySignature } from '@nianbao/core';
import type { Database, NewSimilarText, ReportWithAgency, SimilarTextRow, Standing } from '@nianbao/database';
import {
  deleteSimilarText,
  findSimilarText,
  listCandidates,
  lockComparing,
  mapTextContents,
  replacePairs,
  upsertSimilarText,
} from '@nianbao/database';
import type { IndexedText } from '../indexing/index-report.ts';

/** Pairs that have less in common are not kept: the lowest threshold that can be asked for. */
export const lowestShare = 0.4;

/** How many texts one is compared with letter by letter: the likeliest by their signatures. */
const mostCompared = 100;

const standings: readonly Standing[] = ['working', 'published'];

/** Compares a text with all that may repeat it or be repeated by it, and keeps the pairs that do. */
async function compare(transaction: Database, text: SimilarTextRow, report: Report): Promise<void> {
  const candidates = await listCandidates(transaction, text, mostCompared);
  const contents = await mapTextContents(
    transaction,
    candidates.map(({ id }) => id),
  );
  const pairs = [];
  for (const candidate of candidates) {
    const other = contents.get(candidate.id);
    if (other === undefined) continue;
    const shares = { own: likeness(report, other)?.share ?? 0, theirs: likeness(other, report)?.share ?? 0 };
    await nextTurn();
    if (Math.max(shares.own, shares.theirs) < lowestShare) continue;
    const year = Math.max(text.year, candidate.year);
    pairs.push({ oneId: text.id, otherId: candidate.id, year, shareOfOne: shares.own, shareOfOther: shares.theirs });
  }
  await replacePairs(transaction, text.id, pairs);
}

const sameText = (known: SimilarTextRow | null, signature: SimilaritySignature): boolean =>
  known !== null &&
  known.length === signature.length &&
  known.bands.length === signature.bands.length &&
  known.bands.every((band, at) => band === signature.bands[at]);

/** Keeps the signatures of a report's texts and their pairs; figures alone change nothing in them. */
export async function indexSimilarity(
  transaction: Database,
  { report, agency }: ReportWithAgency,
  texts: readonly IndexedText[],
): Promise<void> {
  await lockComparing(transaction);
  for (const standing of standings) {
    const text = texts.find((one) => one.standing === standing);
    const signature = text === undefined ? null : similaritySignature(text.report);
    if (text === undefined || signature === null) {
      await deleteSimilarText(transaction, report.id, standing);
      continue;
    }
    const current = standing === 'working' || !texts.some((one) => one.standing === 'working');
    const known = await findSimilarText(transaction, report.id, standing);
    const values: NewSimilarText = {
      ...{ reportId: report.id, standing, agencyId: agency.id, year: report.year, current },
      ...signature,
    };
    const kept = await upsertSimilarText(transaction, values);
    if (!sameText(known, signature)) await compare(transaction, kept, text.report);
  }
}
