import type { LabelMeaning } from './label-book.ts';
import { labelBook } from './label-book.ts';
import { compact, normaliseLabel } from './normalise.ts';

/** How sure a match is: the official or a known wording, one cut off, one with a damaged character, a piece of one. */
export type MatchKind = 'known' | 'cut' | 'damaged' | 'fragment';

export interface LabelMatch {
  readonly meanings: readonly LabelMeaning[];
  readonly kind: MatchKind;
  readonly numbered: boolean;
  /** The normal form of the text itself. */
  readonly key: string;
}

const cacheLimit = 4000;
const longestLabel = 90;
const cache = new Map<string, LabelMatch | null>();
const chinese = /[\u4e00-\u9fff]/;
const entries = [...labelBook];

function prefixMatch(key: string): readonly LabelMeaning[] | null {
  if (key.length < 3) return null;
  const found = entries.filter(([label]) => label.length > key.length && label.startsWith(key));
  const first = found[0];
  if (first === undefined) return null;
  const rows = new Set(found.flatMap(([, meanings]) => meanings.map(nameOf)));
  if (rows.size === 1) return first[1];
  const tables = new Set(
    found.flatMap(([, meanings]) => meanings.map((meaning) => `${meaning.role} ${meaning.table}`)),
  );
  const [meaning] = first[1];
  return tables.size === 1 && meaning?.role === 'column'
    ? [{ ...meaning, column: null, formats: [...new Set(found.flatMap(([, all]) => all.flatMap(formatsOf)))] }]
    : null;
}

const formatsOf = (meaning: LabelMeaning) => (meaning.role === 'group' ? [] : meaning.formats);

function nameOf(meaning: LabelMeaning): string {
  switch (meaning.role) {
    case 'row':
      return `row ${meaning.table}.${meaning.row}`;
    case 'column':
      return `column ${meaning.table}.${meaning.column}`;
    case 'band':
      return 'band';
    case 'group':
      return `group ${meaning.table}.${meaning.group}`;
  }
}

/** Whether two strings differ by at most `limit` insertions, deletions and replacements. */
function within(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      current.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return false;
    previous = current;
  }
  return (previous[b.length] ?? limit + 1) <= limit;
}

function damagedMatch(key: string): readonly LabelMeaning[] | null {
  if (key.length < 5) return null;
  const limit = key.length < 8 ? 1 : Math.min(3, Math.floor(key.length / 5));
  const found = entries.filter(([label]) => label.length >= 5 && within(key, label, limit));
  const names = new Set(found.flatMap(([, meanings]) => meanings.map(nameOf)));
  return names.size === 1 ? (found[0]?.[1] ?? null) : null;
}

function isFragment(key: string): boolean {
  return key.length >= 2 && entries.some(([label]) => label.length > key.length && label.includes(key));
}

function search(text: string): LabelMatch | null {
  const { key, base, numbered } = normaliseLabel(text);
  if (key === '' || !chinese.test(key)) return null;
  const known = labelBook.get(key) ?? labelBook.get(base);
  if (known !== undefined) return { meanings: known, kind: 'known', numbered, key };
  const cut = prefixMatch(base);
  if (cut !== null) return { meanings: cut, kind: 'cut', numbered, key };
  const damaged = damagedMatch(base);
  if (damaged !== null) return { meanings: damaged, kind: 'damaged', numbered, key };
  return isFragment(key) ? { meanings: [], kind: 'fragment', numbered, key } : null;
}

/**
 * What a cell's text means in the statutory tables, or null for a text that is no label. Known wordings are found by
 * hash; only what is not known is compared character by character.
 */
export function matchLabel(text: string): LabelMatch | null {
  if (text === '' || text.length > longestLabel) return null;
  const cached = cache.get(text);
  if (cached !== undefined) return cached;
  const match = chinese.test(text) ? search(text) : null;
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(text, match);
  return match;
}

/** A row label with its figures run on after it (“规章000”): the label's row and the digits, or null. */
export function splitRunTogether(text: string): { readonly match: LabelMatch; readonly digits: string } | null {
  if (text.length > longestLabel || !/[\d０-９]$/.test(text)) return null;
  const found = /^(.*?[\u4e00-\u9fff）)”"])([\d]+)$/.exec(compact(text));
  if (found === null) return null;
  const match = matchLabel(found[1] ?? '');
  return match?.kind === 'known' && match.meanings.some((meaning) => meaning.role === 'row')
    ? { match, digits: found[2] ?? '' }
    : null;
}
