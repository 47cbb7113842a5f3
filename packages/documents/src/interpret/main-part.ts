import type { Source, SourceItem, SourceRange } from '../source/source.ts';
import type { Headings } from './section-heading.ts';

const fewestSections = 3;

function sectionsIn(items: readonly SourceItem[], { from, to }: SourceRange, headings: Headings): number {
  let count = 0;
  for (const item of items.slice(from, to)) if (headings.has(item)) count += 1;
  return count;
}

export interface MainPart {
  /** The page up to the end of the report. */
  readonly items: readonly SourceItem[];
  /** What the page has behind it. */
  readonly after: readonly SourceItem[];
}

/**
 * Cuts off what a page has behind the report, where its markup says which part of it is the text: the innermost part that
 * has the most sections. What stands before it stays, since sites put titles and dates there.
 */
export function mainPart({ items, mainParts }: Source, headings: Headings): MainPart {
  let best: { readonly end: number; readonly sections: number } | null = null;
  for (const range of mainParts) {
    const sections = sectionsIn(items, range, headings);
    if (sections >= fewestSections && sections > (best?.sections ?? 0)) best = { end: range.to, sections };
  }
  return best === null ? { items, after: [] } : { items: items.slice(0, best.end), after: items.slice(best.end) };
}
