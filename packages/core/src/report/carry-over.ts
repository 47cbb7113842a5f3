import { knownFigure } from '../figures/known-figure.ts';
import type { Format } from '../formats/format.ts';
import type { Block } from './blocks.ts';
import { bySection } from './by-section.ts';
import type { Change } from './change.ts';
import { fieldOf, inverseOf } from './change.ts';
import { canonicalJson } from './digest.ts';
import type { Report } from './report.ts';
import { formatOf } from './report.ts';

/**
 * A row of figures that a year begins with. `exact` ones are bound to last year's report (rules 12 and 14); others are
 * where this year starts from, and change with what is issued and repealed.
 */
interface OpeningRow {
  readonly row: RegExp;
  readonly column: string | null;
  readonly exact: boolean;
  /** Names of the rows or columns of last year's report whose figures add up to it. */
  readonly from: (key: string) => readonly string[];
}

const openingRows: readonly OpeningRow[] = [
  {
    row: /^t3\.carriedIn$/,
    column: null,
    exact: true,
    from: (key) => [key.replace('carriedIn', 'carriedOut')],
  },
  { row: /^t2\.(?:regulations|normativeDocuments)$/, column: 'inForce', exact: false, from: (key) => [key] },
  {
    row: /^t2\./,
    column: 'priorYearItems',
    exact: true,
    from: (key) => [key, key.replace('priorYearItems', 'change')],
  },
];

function openingRowOf(key: string): OpeningRow | undefined {
  const at = key.lastIndexOf('.');
  return openingRows.find(
    ({ row, column }) => row.test(key.slice(0, at)) && (column === null || column === key.slice(at + 1)),
  );
}

/** The figures that the draft's year begins with, from those of last year that are known. */
function openingFigures(prior: Report, format: Format): Change[] {
  return format.cells.flatMap(({ key }): Change[] => {
    const parts = openingRowOf(key)
      ?.from(key)
      .map((from) => knownFigure(prior.facts, from));
    if (parts === undefined || parts.includes(null)) return [];
    const value = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    return Number.isSafeInteger(value) && value >= 0 ? [{ kind: 'fact', key, value }] : [];
  });
}

/** Last year's words said of this year: with its number and the body's name of now. */
function broughtForward(prior: Report, draft: Report): (text: string) => string {
  const { agency: former, year: last } = prior;
  const { agency: name, year } = draft;
  const isRenamed = former !== null && name !== null && !name.includes(former);
  return (text) => {
    const named = isRenamed ? text.replaceAll(former, name) : text;
    return last === null || year === null
      ? named
      : named.replace(new RegExp(`(?<!\\d)${last}(?=\\s*年)`, 'g'), String(year));
  };
}

function withText(block: Block, say: (text: string) => string): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: say(block.text) };
    case 'list':
      return { ...block, items: block.items.map(say) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(say)) };
    case 'image':
      return { ...block, alt: say(block.alt) };
    case 'localRow':
      return { ...block, label: say(block.label), values: block.values.map(say) };
  }
}

/** The contact, what stands before section 一, and the headings inside the sections: the frame, without what fills it. */
function frame(prior: Report, draft: Report): Change[] {
  const say = broughtForward(prior, draft);
  const changes: Change[] = [];
  const { contact, preface } = prior;
  if (contact !== null) {
    const name = contact.name === null ? null : say(contact.name);
    changes.push({ kind: 'head', field: 'contact', value: { ...contact, name } });
  }
  if (preface.length > 0) changes.push({ kind: 'preface', blocks: preface.map((block) => withText(block, say)) });
  const sections = bySection(prior.sections);
  draft.sections.forEach(({ id, title }, position) => {
    const own = id === null ? undefined : sections.get(id);
    const headings = (own?.blocks ?? []).filter(({ kind }) => kind === 'heading');
    if (headings.length === 0) return;
    changes.push({ kind: 'section', position, title, blocks: headings.map((block) => withText(block, say)) });
  });
  return changes;
}

/**
 * What last year's published report gives to this year's: the applications carried over by kind of applicant, the
 * documents in force, the items of 2019's format, the contact, the preface and the outline of the sections. The report
 * of merged bodies (`agency` is null) gives its figures alone. What last year left blank is not carried over.
 */
export function carriedOver(prior: Report, draft: Report): readonly Change[] {
  const format = formatOf(draft);
  const follows = prior.year !== null && prior.year + 1 === draft.year;
  if (format === null || !follows) return [];
  return [...openingFigures(prior, format), ...(prior.agency === null ? [] : frame(prior, draft))];
}

/** A part of a draft that last year's report now gives otherwise than when it was carried over. */
export interface OutdatedCarryOver {
  readonly field: string;
  /** What was carried over; null where nothing was. */
  readonly carried: Change | null;
  /** What last year's report gives now. */
  readonly published: Change;
  /** What the draft has. */
  readonly current: Change;
  /** Whether taking the new values over sets it: a part that was worked on since stays, unless it is bound to last year's. */
  readonly taken: boolean;
}

const same = (a: Change, b: Change) => canonicalJson(a) === canonicalJson(b);

function isExact(change: Change): boolean {
  return change.kind === 'fact' && (openingRowOf(change.key)?.exact ?? false);
}

function isEmpty(change: Change): boolean {
  switch (change.kind) {
    case 'fact':
    case 'head':
      return change.value === null;
    case 'preface':
    case 'section':
      return change.blocks.length === 0;
  }
}

/** What changed in last year's report since it was carried over into a draft, and is not in the draft yet. */
export function outdatedCarryOver(
  draft: Report,
  { carried, published }: { readonly carried: readonly Change[]; readonly published: readonly Change[] },
): readonly OutdatedCarryOver[] {
  const before = new Map(carried.map((change) => [fieldOf(change), change]));
  return published.flatMap((change): OutdatedCarryOver[] => {
    const field = fieldOf(change);
    const last = before.get(field) ?? null;
    const current = inverseOf(draft, change);
    if (same(current, change) || (last !== null && same(last, change))) return [];
    const untouched = last === null ? isEmpty(current) : same(current, last);
    return [{ field, carried: last, published: change, current, taken: untouched || isExact(change) }];
  });
}
