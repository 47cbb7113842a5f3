import type { SourceLine, SourceMetadata } from '../source/source.ts';
import { findDate, isDateLine } from './dates.ts';
import { isFurniture, isMetadataLine } from './furniture.ts';
import type { FurnitureFacts } from './metadata-fields.ts';
import { isFieldLabel, mergeFacts, noFacts, readFieldRow, readFields, readFieldTable } from './metadata-fields.ts';
import type { ZonedItem } from './table-zones.ts';
import type { Title } from './title.ts';
import { readTitle, speaksOfDisclosure } from './title.ts';

export interface Head {
  readonly title: Title | null;
  readonly facts: FurnitureFacts;
  /** What is left of the head when titles and furniture are taken away. */
  readonly preface: readonly ZonedItem[];
  /** The lines that say where on the site the page is. */
  readonly breadcrumbs: readonly string[];
  /** Lines of the document's head that say how to reach the organ. */
  readonly contactLines: readonly string[];
}

const score = (title: Title | null): number =>
  title === null ? 0 : 1 + (title.agency === null ? 0 : 2) + (title.year === null ? 0 : 1);

const canBePart = (line: SourceLine): boolean =>
  line.text.length <= 34 && !/[。，；：:,;>]/.test(line.text) && !isFurniture(line.text) && !isMetadataLine(line.text);

interface FoundTitle {
  readonly title: Title;
  readonly lines: readonly number[];
}

/** Every title in the head; one that is broken over two or three lines is put together. */
function titlesIn(lines: readonly SourceLine[]): FoundTitle[] {
  const found: FoundTitle[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const earlier = lines[at - 2];
    if (!speaksOfDisclosure((earlier?.text ?? '') + (before?.text ?? '') + line.text)) continue;
    const alone = readTitle(line.text, line.line);
    let best: FoundTitle | null = alone === null ? null : { title: alone, lines: [at] };
    if (before !== undefined && canBePart(before) && canBePart(line) && readTitle(before.text, before.line) === null) {
      const two = readTitle(before.text + line.text, before.line);
      if (two !== null && score(two) > score(alone)) best = { title: two, lines: [at - 1, at] };
      if (earlier !== undefined && canBePart(earlier) && score(best?.title ?? null) < 4) {
        const three = readTitle(earlier.text + before.text + line.text, earlier.line);
        if (three !== null && score(three) > score(best?.title ?? null))
          best = { title: three, lines: [at - 2, at - 1, at] };
      }
    }
    if (best !== null) found.push(best);
  }
  return found;
}

function titleOfPage(metadata: SourceMetadata): Title | null {
  if (metadata.title === null) return null;
  const parts = metadata.title.split(/[_|｜]|\s[-–—]\s|--/).map((part) => readTitle(part.trim(), 1));
  return parts.sort((a, b) => score(b) - score(a))[0] ?? null;
}

interface SortedHead {
  readonly facts: FurnitureFacts;
  /** Lines and tables that say something of the document or belong to the page alone. */
  readonly furniture: ReadonlySet<ZonedItem>;
}

/** What a line says of the document, or null for one that belongs to the text. A label may stand a line before its value. */
function factsOf(line: SourceLine, before: SourceLine | undefined): FurnitureFacts | null {
  if (before !== undefined && isFieldLabel(before.text) && !isFieldLabel(line.text) && line.text.length <= 60) {
    return readFields(`${before.text.replace(/[:：\s]+$/, '')}：${line.text}`);
  }
  if (isFieldLabel(line.text)) return noFacts;
  if (line.cells.length > 1) {
    const row = readFieldRow(line.cells);
    if (row.count > 0) return mergeFacts(row.facts, readFields(line.text));
  }
  if (isMetadataLine(line.text) || isFurniture(line.text)) return readFields(line.text);
  if (line.part !== 'text') return readFields(line.text);
  return isDateLine(line.text) ? { ...noFacts, writtenOn: findDate(line.text) } : null;
}

/** Sorts the lines and tables of a head that are no titles. All that stands before the last title belongs to the page. */
function sortHead(
  items: readonly ZonedItem[],
  lines: readonly SourceLine[],
  titles: readonly FoundTitle[],
): SortedHead {
  const titleLines = new Set(titles.flatMap((title) => title.lines));
  const lastTitle = titles.reduce((last, title) => Math.max(last, title.lines.at(-1) ?? -1), -1);
  const furniture = new Set<ZonedItem>();
  let facts = noFacts;
  for (const [at, line] of lines.entries()) {
    if (titleLines.has(at)) {
      furniture.add(line);
      continue;
    }
    const said = factsOf(line, lines[at - 1]) ?? (at < lastTitle ? readFields(line.text) : null);
    if (said !== null) facts = mergeFacts(facts, said);
    const isText = titles.length > 0 || line.text.length >= 16 || /[。！]$/.test(line.text);
    if (said !== null || !isText) furniture.add(line);
  }
  for (const item of items) {
    const said = item.kind === 'table' ? readFieldTable(item.rows.map((row) => row.cells)) : null;
    if (said === null) continue;
    facts = mergeFacts(facts, said);
    furniture.add(item);
  }
  return { facts, furniture };
}

/**
 * Sorts what stands before the first section: the titles, of which the fullest counts, what the site says of the
 * document, furniture that belongs to the page alone, and the preface.
 */
export function readHead(items: readonly ZonedItem[], metadata: SourceMetadata): Head {
  const lines = items.filter((item): item is SourceLine => item.kind === 'line' && item.text !== '');
  const titles = titlesIn(lines);
  const best = titles.reduce<FoundTitle | null>(
    (a, b) => (a === null || score(b.title) > score(a.title) ? b : a),
    null,
  );
  const page = titleOfPage(metadata);
  const sorted = sortHead(items, lines, titles);
  const lastTitle = titles.reduce((last, title) => Math.max(last, title.lines.at(-1) ?? -1), -1);
  const last = lines[lastTitle];
  const from = last === undefined ? 0 : items.indexOf(last) + 1;
  return {
    title: score(best?.title ?? null) >= score(page) ? (best?.title ?? page) : page,
    facts: mergeFacts(sorted.facts, {
      publishedOn: metadata.publishedOn === null ? null : findDate(metadata.publishedOn),
      writtenOn: null,
      publisher: null,
      origin: metadata.publisher,
      indexNumber: metadata.indexNumber,
    }),
    preface: items.slice(from).filter((item) => item.kind !== 'image' && !sorted.furniture.has(item)),
    contactLines: lines.flatMap(({ part, text }) => (part === 'head' && /电话|地址|邮箱/.test(text) ? [text] : [])),
    breadcrumbs: lines
      .filter((line) => isFurniture(line.text) && /位置|[>›»]/.test(line.text))
      .map((line) => line.text),
  };
}
