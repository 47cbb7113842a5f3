import type { SectionId } from '@nianbao/core';
import { sectionIds } from '@nianbao/core';
import type { SourceLine } from '../source/source.ts';
import type { Headings, SectionHeading } from './section-heading.ts';
import type { ZonedItem } from './table-zones.ts';
import { readTitle } from './title.ts';

export interface RawSection {
  readonly id: SectionId | null;
  readonly title: string;
  /** The number of its heading, or null where that has none. */
  readonly number: number | null;
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

const isEmpty = (items: readonly ZonedItem[]): boolean =>
  items.every((item) => item.kind === 'line' && item.text === '');

/** The title of a second report stands above its first heading: cuts it off with all that follows it, and gives it. */
function cutAtTitle(items: ZonedItem[]): SourceLine | null {
  const at = items.findIndex((item) => item.kind === 'line' && readTitle(item.text, item.line) !== null);
  const [title] = at < 0 ? [] : items.splice(at);
  return title?.kind === 'line' ? title : null;
}

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

/** A table of contents lists the headings with nothing below them; two of them may stand together for other reasons. */
const fewestListed = 3;
const contents = /^目\s*[录錄]/;

class Divider {
  readonly head: ZonedItem[] = [];
  sections: RawSection[] = [];
  readonly #used = new Set<SectionId>();
  #firstHeading: SourceLine | null = null;
  #number = 0;
  #order = -1;

  add(item: ZonedItem): void {
    (this.sections.at(-1)?.items ?? this.head).push(item);
  }

  /** Takes a line for the heading of a section, unless it is part of the text. */
  heading(line: SourceLine, heading: SectionHeading): void {
    if (this.#repeatsOverview(heading) && this.#isContents()) this.#startAnew();
    else if (this.#isFalseStart(heading)) this.#startAnew();
    const id = this.#sectionOf(heading);
    if (id === false) {
      this.add(line);
      return;
    }
    const title = line.text.slice(0, heading.length).replace(/[。：:\s]+$/, '');
    this.sections.push({ id, title, number: heading.number, line: line.line, items: rest(line, heading) });
    this.#firstHeading ??= line;
    if (id !== null) this.#used.add(id);
    this.#number = heading.number ?? this.#number + 1;
    this.#order = Math.max(this.#order, orderOf(id));
  }

  beginsSecondReport(heading: SectionHeading): boolean {
    return this.#repeatsOverview(heading) && this.#order >= orderOf('disputes') && !this.#isContents();
  }

  /** The section that a heading opens, null for one of no official name, false where the line is no heading. */
  #sectionOf({ id, number }: SectionHeading): SectionId | null | false {
    const follows = number === this.#number + 1;
    if (id === null || this.#used.has(id)) return follows ? null : false;
    const later = number !== null && number > this.#number;
    return follows || later || (number === null && orderOf(id) > this.#order) ? id : false;
  }

  #repeatsOverview({ id }: SectionHeading): boolean {
    return id === 'overview' && this.#used.has('overview');
  }

  /** What came so far is a table of contents; below its last line the preface may stand. */
  #isContents(): boolean {
    return (
      this.sections.length >= fewestListed && this.sections.slice(0, -1).every((section) => isEmpty(section.items))
    );
  }

  /** A first heading that names no section was none when the first section comes only now. */
  #isFalseStart({ id, number }: SectionHeading): boolean {
    return this.sections.length === 1 && this.sections[0]?.id === null && id !== null && number !== 2;
  }

  #startAnew(): void {
    if (this.#isContents()) this.#withoutContentsLine();
    else if (this.#firstHeading !== null) this.head.push(this.#firstHeading);
    for (const item of this.sections.at(-1)?.items ?? []) this.head.push(item);
    this.sections = [];
    this.#used.clear();
    this.#firstHeading = null;
    this.#number = 0;
    this.#order = -1;
  }

  #withoutContentsLine(): void {
    const at = this.head.findLastIndex((item) => item.kind === 'line' && contents.test(item.text));
    if (at >= 0) this.head.splice(at, 1);
  }
}

/**
 * Divides a text into its sections. A numbered line is a heading where its words name a section that has not been yet,
 * or where its number follows on the last; numbers that start anew inside a section are part of its text.
 */
export function divide(items: readonly ZonedItem[], headings: Headings): DividedText {
  const divider = new Divider();
  for (const item of items) {
    const heading = item.kind === 'line' ? headings.get(item) : undefined;
    if (item.kind !== 'line' || heading === undefined) {
      divider.add(item);
    } else if (divider.beginsSecondReport(heading)) {
      const title = cutAtTitle(divider.sections.at(-1)?.items ?? []);
      return { head: divider.head, sections: divider.sections, secondReport: title ?? item };
    } else divider.heading(item, heading);
  }
  return { head: divider.head, sections: divider.sections, secondReport: null };
}
