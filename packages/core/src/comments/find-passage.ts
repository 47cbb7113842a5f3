import { blockText } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import type { PassageAnchor } from './anchor.ts';
import { contextLength } from './anchor.ts';
import { nearestPassage } from './nearest-passage.ts';

/** A passage in the report as it is now: `start` and `end` count along `sectionText` of that section. */
export interface PassagePlace {
  readonly section: number | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What has become of a passage: `found` where it was; `moved`, word for word, to another section; `changed`, with other
 * words in the same place; or `lost`.
 */
export type FoundPassage =
  | ({ readonly state: 'found' | 'moved' | 'changed' } & PassagePlace)
  | { readonly state: 'lost' };

/** Of a changed passage, the part of its letters that may have become others. */
const mostChanged = 0.4;

/** The text of a section, or with null of the preface: its blocks with a line break between. */
export function sectionText(report: Report, section: number | null): string {
  const blocks = section === null ? report.preface : (report.sections[section]?.blocks ?? []);
  return blocks.map(blockText).join('\n');
}

/** The anchor of a stretch of a section's text, with the words around it. */
export function anchorAt(
  report: Report,
  section: number | null,
  [start, end]: readonly [number, number],
): PassageAnchor {
  const text = sectionText(report, section);
  return {
    kind: 'passage',
    section,
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - contextLength), start),
    after: text.slice(end, end + contextLength),
  };
}

function sameEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

function sameStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return length;
}

/** Where a quote stands word for word; among several places, the one whose surroundings are most like those it had. */
function exactPlace(text: string, { quote, before, after }: PassageAnchor): number | null {
  let best: number | null = null;
  let most = -1;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    const likeness =
      sameEnd(text.slice(Math.max(0, at - contextLength), at), before) +
      sameStart(text.slice(end, end + contextLength), after);
    if (likeness > most) [best, most] = [at, likeness];
  }
  return best;
}

/** What stands between the words that were before and after a passage, where both are still there once. */
function between(text: string, { quote, before, after }: PassageAnchor): readonly [number, number] | null {
  if (before.length < contextLength / 4 || after.length < contextLength / 4) return null;
  const at = text.indexOf(before);
  const start = at + before.length;
  const end = at < 0 ? -1 : text.indexOf(after, start);
  if (end <= start || text.indexOf(before, at + 1) >= 0) return null;
  return end - start <= 2 * quote.length + contextLength ? [start, end] : null;
}

function changedPlace(text: string, anchor: PassageAnchor): readonly [number, number] | null {
  const near = nearestPassage(text, anchor.quote);
  if (near !== null && near.end > near.start && near.distance <= anchor.quote.length * mostChanged) {
    return [near.start, near.end];
  }
  return between(text, anchor);
}

/** Finds a passage again in a report that may have been edited since, and says honestly how. */
export function findPassage(report: Report, anchor: PassageAnchor): FoundPassage {
  const { section, quote } = anchor;
  const own = sectionText(report, section);
  const exact = exactPlace(own, anchor);
  if (exact !== null) return { state: 'found', section, start: exact, end: exact + quote.length, text: quote };
  for (const other of [null, ...report.sections.keys()]) {
    const start = other === section ? null : exactPlace(sectionText(report, other), anchor);
    if (start !== null) return { state: 'moved', section: other, start, end: start + quote.length, text: quote };
  }
  const changed = changedPlace(own, anchor);
  if (changed === null) return { state: 'lost' };
  const [start, end] = changed;
  return { state: 'changed', section, start, end, text: own.slice(start, end) };
}
