import type { Change, Report } from '@nianbao/core';
import { inverseOf, takenOver } from '@nianbao/core';
import { changeText } from '../editor/field-label.ts';
import type { ReadCell } from './read-cells.ts';
import { certainKeys } from './read-cells.ts';

export type HeadField = (Change & { readonly kind: 'head' })['field'];
export type TextField = 'preface' | number;

/** What of an imported file a person takes over: cells, parts of the text, fields of the head. */
export interface ImportChoice {
  readonly keys: ReadonlySet<string>;
  readonly text: ReadonlySet<TextField>;
  readonly head: ReadonlySet<HeadField>;
}

/** A part of the text or a field of the head that the file says otherwise, in the words of the draft and of the file. */
export interface Offer<Field> {
  readonly field: Field;
  readonly draft: string;
  readonly read: string;
}

export interface Offers {
  readonly text: readonly Offer<TextField>[];
  readonly head: readonly Offer<HeadField>[];
}

function wordsOf(change: Change): string {
  return change.kind === 'section' ? `${change.title}\n${changeText(change)}` : changeText(change);
}

/** The parts of the text and the head that taking over would change, by field of the draft. */
export function offersOf(draft: Report, read: Report): Offers {
  const text: Offer<TextField>[] = [];
  const head: Offer<HeadField>[] = [];
  for (const change of takenOver(draft, read)) {
    const before = inverseOf(draft, change);
    if (wordsOf(before) === wordsOf(change)) continue;
    const sides = { draft: changeText(before), read: changeText(change) };
    if (change.kind === 'head') head.push({ field: change.field, ...sides });
    if (change.kind === 'preface') text.push({ field: 'preface', ...sides });
    if (change.kind === 'section') text.push({ field: change.position, ...sides });
  }
  return { text, head };
}

const nothing: ImportChoice = { keys: new Set(), text: new Set(), head: new Set() };

function everything(keys: Iterable<string>, { text, head }: Offers): ImportChoice {
  return {
    keys: new Set(keys),
    text: new Set(text.map(({ field }) => field)),
    head: new Set(head.map(({ field }) => field)),
  };
}

export interface Offered {
  readonly cells: readonly ReadCell[];
  readonly offers: Offers;
}

/** What a person can choose at once; `certain` leaves out figures that are doubtful. */
export const choices = ['certain', 'all', 'none'] as const;

export function choose(what: (typeof choices)[number], { cells, offers }: Offered): ImportChoice {
  switch (what) {
    case 'certain':
      return everything(certainKeys(cells), offers);
    case 'all':
      return everything(
        cells.filter(({ takeable }) => takeable).map(({ key }) => key),
        offers,
      );
    case 'none':
      return nothing;
  }
}

/** The choice to begin with: what is certain, and nothing of a file that may be the wrong one. */
export function openingChoice(offered: Offered, mayBeWrong: boolean): ImportChoice {
  return choose(mayBeWrong ? 'none' : 'certain', offered);
}

function toggled<T>(chosen: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const changed = new Set(chosen);
  if (!changed.delete(one)) changed.add(one);
  return changed;
}

/** The choice with one figure taken or left. */
export function toggleKey(choice: ImportChoice, key: string): ImportChoice {
  return { ...choice, keys: toggled(choice.keys, key) };
}

/** The choice with one part of the text taken or left. */
export function toggleText(choice: ImportChoice, field: TextField): ImportChoice {
  return { ...choice, text: toggled(choice.text, field) };
}

/** The choice with one field of the head taken or left. */
export function toggleHead(choice: ImportChoice, field: HeadField): ImportChoice {
  return { ...choice, head: toggled(choice.head, field) };
}

/** The choice with all of some cells taken, or all of them left. */
export function setKeys(choice: ImportChoice, cells: readonly ReadCell[], taken: boolean): ImportChoice {
  const keys = new Set(choice.keys);
  for (const { key, takeable } of cells) {
    if (taken && takeable) keys.add(key);
    else keys.delete(key);
  }
  return { ...choice, keys };
}

const shared = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>) => new Set([...one].filter((item) => other.has(item)));

/** What is left of a choice in a draft that has changed meanwhile: parts that would change nothing any more fall out. */
export function standingChoice(choice: ImportChoice, { cells, offers }: Offered): ImportChoice {
  const all = choose('all', { cells, offers });
  return {
    keys: shared(choice.keys, all.keys),
    text: shared(choice.text, all.text),
    head: shared(choice.head, all.head),
  };
}

/** The choice without fields that somebody else has just saved, by the names that changes have. */
export function withoutFields(choice: ImportChoice, fields: ReadonlySet<string>): ImportChoice {
  const kept = <T>(chosen: ReadonlySet<T>, nameOf: (one: T) => string) =>
    new Set([...chosen].filter((one) => !fields.has(nameOf(one))));
  return {
    keys: kept(choice.keys, (key) => `fact:${key}`),
    text: kept(choice.text, (field) => (field === 'preface' ? 'preface' : `section:${field}`)),
    head: kept(choice.head, (field) => `head:${field}`),
  };
}

export function isEmpty({ keys, text, head }: ImportChoice): boolean {
  return keys.size + text.size + head.size === 0;
}
