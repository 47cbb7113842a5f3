import type { SourceLine, SourceMetadata } from '../source/source.ts';
import { findDate, isDateLine } from './dates.ts';
import type { FurnitureFacts } from './furniture.ts';
import { furnitureFacts, isFurniture, isMetadataLine } from './furniture.ts';
import type { ZonedItem } from './table-zones.ts';
import type { Title } from './title.ts';
import { readTitle } from './title.ts';

export interface Head {
  readonly title: Title | null;
  readonly facts: FurnitureFacts;
  /** What is left of the head when titles and furniture are taken away. */
  readonly preface: readonly ZonedItem[];
  /** The lines that say where on the site the page is. */
  readonly breadcrumbs: readonly string[];
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

const merge = (facts: FurnitureFacts, more: FurnitureFacts): FurnitureFacts => ({
  publishedOn: facts.publishedOn ?? more.publishedOn,
  writtenOn: facts.writtenOn ?? more.writtenOn,
  publisher: facts.publisher ?? more.publisher,
  indexNumber: facts.indexNumber ?? more.indexNumber,
});

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
  const titleLines = new Set(titles.flatMap((title) => title.lines));
  const lastTitle = titles.reduce((last, title) => Math.max(last, title.lines.at(-1) ?? -1), -1);
  let facts: FurnitureFacts = { publishedOn: null, writtenOn: null, publisher: null, indexNumber: null };
  const kept = new Set<SourceLine>();
  for (const [at, line] of lines.entries()) {
    if (titleLines.has(at)) continue;
    if (isMetadataLine(line.text) || isFurniture(line.text) || at < lastTitle) {
      facts = merge(facts, furnitureFacts(line.text));
    } else if (isDateLine(line.text)) {
      facts = merge(facts, { publishedOn: null, writtenOn: findDate(line.text), publisher: null, indexNumber: null });
    } else if (titles.length > 0 || line.text.length >= 16 || /[。！]$/.test(line.text)) kept.add(line);
  }
  facts = merge(facts, {
    publishedOn: metadata.publishedOn === null ? null : findDate(metadata.publishedOn),
    writtenOn: null,
    publisher: metadata.publisher,
    indexNumber: metadata.indexNumber,
  });
  const last = lines[lastTitle];
  const from = last === undefined ? 0 : items.indexOf(last) + 1;
  return {
    title: score(best?.title ?? null) >= score(page) ? (best?.title ?? page) : page,
    facts,
    preface: items
      .slice(from)
      .filter(
        (item) =>
          item.kind === 'zone' ||
          item.kind === 'table' ||
          (item.kind === 'line' && (item.text === '' || kept.has(item))),
      ),
    breadcrumbs: lines
      .filter((line) => isFurniture(line.text) && /位置|[>›»]/.test(line.text))
      .map((line) => line.text),
  };
}
