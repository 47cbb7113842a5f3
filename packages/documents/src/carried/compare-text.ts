import type { Report } from '@nianbao/core';
import { diffChars } from 'diff';
import type { Passage, PassageSection } from './passages.ts';
import { passagesOf } from './passages.ts';
import { isAddedNote, isMissingCharacters, mayBeMissing, missingCharacter } from './stand-ins.ts';

/** A passage whose words were changed, taken out or put in; white space is left out of the quotes. */
export interface TextAlteration {
  readonly kind: 'text';
  readonly section: PassageSection;
  /** What stands before it, so that it can be found. */
  readonly after: string;
  readonly carried: string;
  readonly shown: string;
}

const contextLength = 16;
/** Beyond so many changed characters, passages are compared as wholes. */
const mostEdits = 1500;
const wordCharacter = /[\p{L}\p{N}.%]/u;
const numberCharacter = /[\dA-Za-z.%]/;

/** Where a text ends that stands in `shown` at this place; null where another stands there. */
function endOf(text: string, shown: string, at: number): number | null {
  if (shown.startsWith(text, at)) return at + text.length;
  let end = at;
  for (const character of text) {
    if (shown.startsWith(character, end)) end += character.length;
    else if (shown[end] === missingCharacter && mayBeMissing(character)) end += 1;
    else return null;
  }
  return end;
}

/** Whether what is shown is the carried text, with or without what a document need not show as text. */
function sameText(passages: readonly Passage[], shown: string): boolean {
  let reached = new Set([0]);
  for (const { text, aside } of passages) {
    const next = new Set<number>();
    for (const at of reached) {
      if (aside) next.add(at);
      const end = endOf(text, shown, at);
      if (end !== null) next.add(end);
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(shown.length);
}

/** A stretch of either text that differs; ends are exclusive. */
interface Stretch {
  readonly carriedFrom: number;
  readonly carriedTo: number;
  readonly shownFrom: number;
  readonly shownTo: number;
}

/** The stretches that differ; null where the texts have too little in common. */
function differingStretches(carried: string, shown: string): Stretch[] | null {
  const changes = diffChars(carried, shown, { maxEditLength: mostEdits });
  if (changes === undefined) return null;
  const stretches: Stretch[] = [];
  let a = 0;
  let b = 0;
  for (const { value, added, removed } of changes) {
    const carriedTo = added ? a : a + value.length;
    const shownTo = removed ? b : b + value.length;
    const last = stretches.at(-1);
    if (added || removed) {
      // What was taken out and what was put in in its place come one after the other.
      if (last?.carriedTo === a && last.shownTo === b)
        stretches[stretches.length - 1] = { ...last, carriedTo, shownTo };
      else stretches.push({ carriedFrom: a, carriedTo, shownFrom: b, shownTo });
    }
    a = carriedTo;
    b = shownTo;
  }
  return stretches;
}

/** Widens a stretch to whole numbers and Latin words, so that 152 and 153 differ, and not 2 and 3. */
function widened(stretch: Stretch, carried: string, shown: string): Stretch {
  let { carriedFrom, carriedTo, shownFrom, shownTo } = stretch;
  const common = (a: number, b: number) => numberCharacter.test(carried[a] ?? '') && carried[a] === shown[b];
  while (common(carriedFrom - 1, shownFrom - 1)) {
    carriedFrom -= 1;
    shownFrom -= 1;
  }
  while (common(carriedTo, shownTo)) {
    carriedTo += 1;
    shownTo += 1;
  }
  return { carriedFrom, carriedTo, shownFrom, shownTo };
}

/** Makes one of stretches that touch, or almost do. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const next of stretches) {
    const last = kept.at(-1);
    if (last !== undefined && next.carriedFrom - last.carriedTo <= 2 && next.shownFrom - last.shownTo <= 2) {
      kept[kept.length - 1] = { ...last, carriedTo: next.carriedTo, shownTo: next.shownTo };
    } else kept.push(next);
  }
  return kept;
}

const joined = (passages: readonly Passage[]): string =>
  passages.map(({ text, aside }) => (aside ? '' : text)).join('');

function sectionAt(passages: readonly Passage[], offset: number): PassageSection {
  let from = 0;
  let section: PassageSection = 'title';
  for (const passage of passages) {
    if (from > offset) break;
    section = passage.section;
    if (!passage.aside) from += passage.text.length;
  }
  return section;
}

/** Passages that the other text does not have: what can be said where the two have little in common. */
function lostPassages(passages: readonly Passage[], shown: string): TextAlteration[] {
  return passages
    .filter(({ text, aside }) => !aside && wordCharacter.test(text) && !shown.includes(text))
    .map(({ section, text }) => ({ kind: 'text', section, after: '', carried: text, shown: '' }));
}

/** The asides that belong at a place of the carried text, by its offset. */
function asidesByPlace(passages: readonly Passage[]): ReadonlyMap<number, readonly string[]> {
  const places = new Map<number, string[]>();
  let offset = 0;
  for (const { text, aside } of passages) {
    if (!aside) offset += text.length;
    else if (text !== '') places.set(offset, [...(places.get(offset) ?? []), text]);
  }
  return places;
}

/** Whether a text is made up of asides and nothing else. */
function isOfAsides(text: string, asides: readonly string[]): boolean {
  return text === '' || asides.some((aside) => text.startsWith(aside) && isOfAsides(text.slice(aside.length), asides));
}

/**
 * Whether a stretch puts in nothing but asides, where they belong. “1.” before “12” may be told as “.1” behind the “1”,
 * so the stretch is slid as far as that makes no difference.
 */
function isAside(
  { carriedFrom, carriedTo, shownFrom, shownTo }: Stretch,
  shown: string,
  asides: ReadonlyMap<number, readonly string[]>,
): boolean {
  if (carriedFrom !== carriedTo) return false;
  const length = shownTo - shownFrom;
  const fits = (slid: number) =>
    isOfAsides(shown.slice(shownFrom + slid, shownTo + slid), asides.get(carriedFrom + slid) ?? []);
  for (let slid = 0; slid > -length; slid -= 1) {
    if (fits(slid)) return true;
    if (shown[shownFrom + slid - 1] !== shown[shownTo + slid - 1]) break;
  }
  for (let slid = 0; slid < length && shown[shownFrom + slid] === shown[shownTo + slid]; slid += 1) {
    if (fits(slid + 1)) return true;
  }
  return false;
}

/** All between what both texts begin with and what both end with: what differs, where nothing finer can be told. */
function between(carried: string, shown: string): Stretch {
  const shorter = Math.min(carried.length, shown.length);
  let start = 0;
  while (start < shorter && carried[start] === shown[start]) start += 1;
  let end = 0;
  while (end < shorter - start && carried.at(-1 - end) === shown.at(-1 - end)) end += 1;
  return { carriedFrom: start, carriedTo: carried.length - end, shownFrom: start, shownTo: shown.length - end };
}

/**
 * Finds where the words that a document shows differ from those of the report that it carries. Where they are not the
 * same, it names at least one difference: what is forgiven one by one never makes two texts the same.
 */
export function textAlterations(carriedReport: Report, shownReport: Report): readonly TextAlteration[] {
  const passages = passagesOf(carriedReport);
  const carried = joined(passages);
  const isAdded = isAddedNote(carriedReport);
  const shownPassages = passagesOf(shownReport).filter(({ text }) => !isAdded(text));
  const shown = joined(shownPassages);
  if (carried === shown || sameText(passages, shown)) return [];
  const told = ({ carriedFrom, carriedTo, shownFrom, shownTo }: Stretch): TextAlteration => ({
    kind: 'text',
    // What was put in has no place of its own in the carried text.
    section: carriedFrom === carriedTo ? sectionAt(shownPassages, shownFrom) : sectionAt(passages, carriedFrom),
    after: carried.slice(Math.max(0, carriedFrom - contextLength), carriedFrom),
    carried: carried.slice(carriedFrom, carriedTo),
    shown: shown.slice(shownFrom, shownTo),
  });
  const asides = asidesByPlace(passages);
  const isNothing = (stretch: Stretch) =>
    isAside(stretch, shown, asides) ||
    isMissingCharacters(
      carried.slice(stretch.carriedFrom, stretch.carriedTo),
      shown.slice(stretch.shownFrom, stretch.shownTo),
    );
  const stretches = differingStretches(carried, shown);
  const found =
    stretches === null
      ? lostPassages(passages, shown)
      : merged(stretches.filter((one) => !isNothing(one)).map((one) => widened(one, carried, shown))).map(told);
  return found.length > 0 ? found : [told(between(carried, shown))];
}
