import { setImmediate as nextTurn } from 'node:timers/promises';
import { moveSubject } from '@nianbao/core';
import { Remembered } from '../memory/remembered.ts';
import type { FindingCounts, Judged, Known } from './judgement.ts';
import { countFindings } from './judgement.ts';

/** Enough for the reports of a province's bodies for a year. */
const most = 20_000;

/** Counts by what they were counted of: a report that has not changed need not be checked again. */
const remembered = new Remembered<FindingCounts>(most);

/**
 * Adds to reports their findings, counted. A county has hundreds of reports at some milliseconds each: others are served
 * in between, and what was counted once is kept until something that it depends on changes.
 */
export async function withCounts<T extends Judged & { readonly known: Known }>(
  judged: readonly T[],
): Promise<(T & { readonly counts: FindingCounts })[]> {
  const counted: (T & { readonly counts: FindingCounts })[] = [];
  for (const one of judged) {
    const { report, known } = one;
    let counts = remembered.get(known.version);
    if (counts === undefined) {
      await nextTurn();
      counts = countFindings(moveSubject({ ...known, report: report.content }, await known.context()));
    }
    remembered.set(known.version, counts);
    counted.push({ ...one, counts });
  }
  return counted;
}
