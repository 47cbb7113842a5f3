import { diffArrays } from 'diff';
import type { SourceOf } from '../source/locate.ts';
import type { Seen, SeenIn, SeenPart } from '../source/seen.ts';
import type { ShownLine } from '../source/shown-lines.ts';
import { bareText } from './passages.ts';

/** A word or a figure that a document shows, wherever it does, otherwise than the report that it carries is written. */
export interface SeenAlteration {
  readonly kind: 'seen';
  readonly where: SeenIn;
  /** Null where the document has nothing in the place. */
  readonly source: SourceOf | null;
  readonly carried: string;
  readonly shown: string;
}

interface SeenCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Beyond so many changed lines, lines are compared one by one from the top. */
const mostEdits = 2000;
const unit = '\u001f';

const keyOf = (where: SeenIn): string => ('name' in where ? `${where.kind}:${where.name}` : where.kind);

/** Cells of a sheet are told by their column; those of other tables by their order. */
const isPlaced = ({ kind }: SeenIn): boolean => kind === 'sheet' || kind === 'notes';

/** Spreadsheets show fifteen digits of a number, and keep no more when they save it. */
const asShown = (text: string): string =>
  /^-?\d{16,}$/.test(text) ? String(Number(Number(text).toPrecision(15))) : text;

const wordsOf = (cells: readonly SeenCell[]): string => cells.map(({ text }) => asShown(bareText(text))).join('');

function lineKey({ cells }: ShownLine, where: SeenIn): string {
  if (!isPlaced(where)) return wordsOf(cells);
  return cells.map(({ column, text }) => `${column}${unit}${asShown(bareText(text))}`).join(unit);
}

type Pair = readonly [due: ShownLine | undefined, is: ShownLine | undefined];

const paired = (due: readonly ShownLine[], is: readonly ShownLine[]): Pair[] =>
  Array.from({ length: Math.max(due.length, is.length) }, (_, at): Pair => [due[at], is[at]]);

/** Lines that are not the same in both, each beside the one that stands in its place. */
function differingLines(due: SeenPart, is: SeenPart): Pair[] {
  const keys = (part: SeenPart) => part.lines.map((line) => lineKey(line, part.where));
  const changes = diffArrays(keys(due), keys(is), { maxEditLength: mostEdits });
  if (changes === undefined) return paired(due.lines, is.lines);
  const pairs: Pair[] = [];
  let [dueAt, isAt] = [0, 0];
  let [dueFrom, isFrom] = [0, 0];
  const close = () => {
    for (const pair of paired(due.lines.slice(dueFrom, dueAt), is.lines.slice(isFrom, isAt))) pairs.push(pair);
  };
  for (const { added, removed, count = 0 } of changes) {
    if (!added && !removed) close();
    if (!added) dueAt += count;
    if (!removed) isAt += count;
    if (!added && !removed) [dueFrom, isFrom] = [dueAt, isAt];
  }
  close();
  return pairs;
}

type CellPair = readonly [due: readonly SeenCell[], is: readonly SeenCell[]];

function cellPairs([due, is]: Pair, where: SeenIn): CellPair[] {
  const [before, after] = [due?.cells ?? [], is?.cells ?? []];
  if (due === undefined || is === undefined) return [[before, after]];
  if (isPlaced(where)) {
    const columns = new Set([...before, ...after].map(({ column }) => column));
    const at = (cells: readonly SeenCell[], column: number) => cells.filter((cell) => cell.column === column);
    return [...columns].map((column): CellPair => [at(before, column), at(after, column)]);
  }
  if (before.length !== after.length) return [[before, after]];
  return before.map((cell, at): CellPair => [[cell], after.slice(at, at + 1)]);
}

const quoted = (cells: readonly SeenCell[]): string =>
  cells
    .map(({ text }) => text.trim())
    .join(' ')
    .trim();

function inPart(due: SeenPart, is: SeenPart): SeenAlteration[] {
  const { where } = due;
  // How a text falls into lines and cells says nothing where it has no columns of its own.
  const flat = ({ lines }: SeenPart) => lines.map(({ cells }) => wordsOf(cells)).join('');
  if (!isPlaced(where) && flat(due) === flat(is)) return [];
  return differingLines(due, is).flatMap((pair) => {
    const [, line] = pair;
    return cellPairs(pair, where)
      .filter(([before, after]) => wordsOf(before) !== wordsOf(after))
      .map(([before, after]): SeenAlteration => {
        const [first] = after;
        const source =
          first === undefined ? null : { part: line?.part ?? null, line: first.line, column: first.column };
        return { kind: 'seen', where, source, carried: quoted(before), shown: quoted(after) };
      });
  });
}

/** What a document says of itself, which a program may leave out of one that it saves, or put in. */
const isProperty = ({ kind }: SeenIn): boolean => kind === 'title' || kind === 'author';

const none = (where: SeenIn): SeenPart => ({ where, lines: [] });

function missingPart(part: SeenPart, is: Seen): SeenAlteration[] {
  const { where } = part;
  // A page of another site has the article alone.
  if (isProperty(where) || is.format === 'html') return [];
  if (where.kind === 'sheet') return [{ kind: 'seen', where, source: null, carried: where.name, shown: '' }];
  const isSheetGone =
    'name' in where && where.name !== '' && !is.parts.some(({ where: one }) => keyOf(one) === `sheet:${where.name}`);
  return isSheetGone ? [] : inPart(part, none(where));
}

/** Where what a person sees in a document differs from what is due, part by part. */
export function seenAlterations(due: Seen, is: Seen): SeenAlteration[] {
  const found = new Map(is.parts.map((part) => [keyOf(part.where), part]));
  const dueKeys = new Set(due.parts.map(({ where }) => keyOf(where)));
  const altered = due.parts.flatMap((part) => {
    const shown = found.get(keyOf(part.where));
    return shown === undefined ? missingPart(part, is) : inPart(part, shown);
  });
  const added = is.parts.filter(({ where }) => !dueKeys.has(keyOf(where)) && !isProperty(where));
  return [...altered, ...added.flatMap((part) => inPart(none(part.where), part))];
}
