import type { SourceMetadata } from '../source/source.ts';
import type { Ending } from './ending.ts';
import { readEnding } from './ending.ts';
import type { Head } from './head.ts';
import { readHead } from './head.ts';
import type { Headings } from './section-heading.ts';
import type { DividedText, RawSection } from './sections.ts';
import { divide } from './sections.ts';
import type { StatutoryZone, ZonedItem } from './table-zones.ts';

/** The parts of a report: its head, its sections without signature and furniture, and the official tables in them. */
export interface LaidOut {
  readonly head: Head;
  readonly sections: readonly RawSection[];
  readonly ending: Ending | null;
  readonly secondReport: DividedText['secondReport'];
  readonly zones: readonly StatutoryZone[];
  /** The text of preface and sections. */
  readonly text: string;
}

function textOf(items: readonly ZonedItem[]): string {
  return items.map((item) => (item.kind === 'line' ? item.text : '')).join('\n');
}

export function layOut(
  items: readonly ZonedItem[],
  { headings, metadata }: { readonly headings: Headings; readonly metadata: SourceMetadata },
): LaidOut {
  const divided = divide(items, headings);
  const head = readHead(divided.head, metadata);
  const last = divided.sections.at(-1);
  const ending = last === undefined ? null : readEnding(last.items);
  const sections = divided.sections.map((section) =>
    section === last && ending !== null ? { ...section, items: [...ending.items] } : section,
  );
  const parts = [head.preface, ...sections.map((section) => section.items)];
  return {
    head,
    sections,
    ending,
    secondReport: divided.secondReport,
    zones: parts.flat().filter((item) => item.kind === 'zone'),
    text: parts.map(textOf).join('\n'),
  };
}

/** The same with everything in the text where it stands: what looked like official tables was something else. */
export function withoutZones(layout: LaidOut): LaidOut {
  const undo = (items: readonly ZonedItem[]) => items.flatMap((item) => (item.kind === 'zone' ? item.items : [item]));
  return {
    ...layout,
    head: { ...layout.head, preface: undo(layout.head.preface) },
    sections: layout.sections.map((section) => ({ ...section, items: undo(section.items) })),
    zones: [],
  };
}
