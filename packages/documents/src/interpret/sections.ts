import type { SectionId } from '@nianbao/core';
import { sectionIds } from '@nianbao/core';
import type { SourceLine } from '../source/source.ts';
import type { Headings, SectionHeading } from './section-heading.ts';
import type { ZonedItem } from './table-zones.ts';

export interface RawSection {
  readonly id: SectionId | null;
  readonly title: string;
  readonly line: number;
  readonly items: ZonedItem[];
}

export interface DividedText {
  /** What stands before the first section: titles, furniture, the preface. */
  readonly head: readonly ZonedItem[];
  readonly sections: readonly RawSection[];
  /** The heading at which a second report in the same file begins. */
  readonly secondReport: SourceLine | null;
}

const orderOf = (id: SectionId | null): number => (id === null ? -1 : sectionIds.indexOf(id));

/** The line without its heading, where the text runs on in the same paragraph. */
function rest(line: SourceLine, heading: SectionHeading): SourceLine[] {
  const after = line.text.slice(heading.length);
  const text = after.trim();
  if (text === '') return [];
  const column = line.column + heading.length + after.indexOf(text);
  return [
    { ...line, text, column, cells: [{ text, line: line.line, column, start: 0, end: text.length }], cellsBy: 'none' },
  ];
}

/**
 * Divides a text into its sections. A numbered line is a heading where its words name a section that has not been yet,
 * or where its number follows on the last; numbers that start anew inside a section are part of its text.
 */
export function divide(items: readonly ZonedItem[], headings: Headings): DividedText {
  const head: ZonedItem[] = [];
  const sections: RawSection[] = [];
  const used = new Set<SectionId>();
  let number = 0;
  let order = -1;

  const accepts = (heading: SectionHeading): SectionId | null | false => {
    const follows = heading.number === number + 1;
    const { id } = heading;
    if (id !== null && !used.has(id)) {
      if (follows || (orderOf(id) > order && (heading.number === null || heading.number > number))) return id;
      return heading.number !== null && heading.number > number ? id : false;
    }
    return follows && sections.length > 0 ? null : false;
  };

  for (const item of items) {
    const heading = item.kind === 'line' ? headings.get(item) : undefined;
    if (item.kind === 'line' && heading !== undefined) {
      if (heading.id === 'overview' && used.has('overview') && order >= orderOf('disputes')) {
        return { head, sections, secondReport: item };
      }
      const id = accepts(heading);
      if (id !== false) {
        const title = item.text.slice(0, heading.length).replace(/[。：:\s]+$/, '');
        sections.push({ id, title, line: item.line, items: rest(item, heading) });
        if (id !== null) used.add(id);
        number = heading.number ?? number + 1;
        order = Math.max(order, orderOf(id));
        continue;
      }
    }
    (sections.at(-1)?.items ?? head).push(item);
  }
  return { head, sections, secondReport: null };
}
