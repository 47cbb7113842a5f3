import type { TextPlace } from '../findings/finding.ts';
import type { Report } from '../report/report.ts';
import type { Passage } from './passages.ts';
import { placeOf } from './passages.ts';
import { isCompared, sentencesWithin } from './similarity.ts';

/** A passage that stands in two reports, with its place in each; figures and punctuation in it may differ. */
export interface SharedPassage {
  readonly own: TextPlace;
  readonly other: TextPlace;
  /** Letters in common. */
  readonly letters: number;
}

/** Shorter agreement is everyday wording. */
const shortest = 12;

/** The compared letters of a text one after the other, each with its passage and place. */
interface Letters {
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly places: readonly number[];
  /** For each letter the number of its stretch: a run does not go on over the end of one. */
  readonly stretch: readonly number[];
}

/** Sentences that follow each other in a passage are one stretch; what lies between the sentences ends it. */
function lettersOf(report: Report): Letters {
  let text = '';
  const passages: Passage[] = [];
  const places: number[] = [];
  const stretch: number[] = [];
  let number = 0;
  let last: { readonly passage: Passage; readonly end: number } | null = null;
  for (const { passage, start, end } of sentencesWithin(report)) {
    if (last === null || last.passage !== passage || start > last.end + 1) number += 1;
    last = { passage, end };
    for (let at = start; at < end; at += 1) {
      const letter = passage.text.charAt(at);
      if (!isCompared(letter)) continue;
      text += letter;
      passages.push(passage);
      places.push(at);
      stretch.push(number);
    }
  }
  return { text, passages, places, stretch };
}

function positionsOf({ text }: Letters): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  for (let at = 0; at + shortest <= text.length; at += 1) {
    const piece = text.slice(at, at + shortest);
    const known = positions.get(piece);
    if (known === undefined) positions.set(piece, [at]);
    else known.push(at);
  }
  return positions;
}

/** How many letters agree from two places on, within one stretch of each text. */
function runFrom(own: Letters, other: Letters, [from, to]: readonly [number, number]): number {
  let length = 0;
  while (
    from + length < own.text.length &&
    to + length < other.text.length &&
    own.text[from + length] === other.text[to + length] &&
    own.stretch[from + length] === own.stretch[from] &&
    other.stretch[to + length] === other.stretch[to]
  ) {
    length += 1;
  }
  return length;
}

function placeIn({ passages, places }: Letters, from: number, length: number): TextPlace | null {
  const passage = passages[from];
  const [start, end] = [places[from], places[from + length - 1]];
  return passage === undefined || start === undefined || end === undefined ? null : placeOf(passage, start, end + 1);
}

/**
 * The passages of a report's own text that stand in another's too, in the order of the report, each with the longest
 * agreement that the other has for it; boiler-plate is left out on both sides.
 */
export function sharedPassages(report: Report, other: Report): readonly SharedPassage[] {
  const [own, theirs] = [lettersOf(report), lettersOf(other)];
  const positions = positionsOf(theirs);
  const shared: SharedPassage[] = [];
  for (let at = 0; at + shortest <= own.text.length; ) {
    let best = { to: 0, length: 0 };
    for (const to of positions.get(own.text.slice(at, at + shortest)) ?? []) {
      const length = runFrom(own, theirs, [at, to]);
      if (length > best.length) best = { to, length };
    }
    if (best.length < shortest) {
      at += 1;
      continue;
    }
    const [here, there] = [placeIn(own, at, best.length), placeIn(theirs, best.to, best.length)];
    if (here !== null && there !== null) shared.push({ own: here, other: there, letters: best.length });
    at += best.length;
  }
  return shared;
}
