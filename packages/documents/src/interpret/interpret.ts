import type { Block, CellValue, Finding, Report, ReportSection } from '@nianbao/core';
import { readingFinding } from '../findings/reading-finding.ts';
import { gatherPairs } from '../pairs/gather-pairs.ts';
import type { PlacedPair } from '../pairs/pair.ts';
import type { Source, SourceItem } from '../source/source.ts';
import { tellAgency } from './agency.ts';
import type { BlockSource, PlacedBlock } from './blocks.ts';
import { findContact } from './contact.ts';
import { factsOfLines } from './ending.ts';
import type { BlankPlaces, ReadFigure } from './figures.ts';
import { readFigures } from './figures.ts';
import { formatTold } from './format-told.ts';
import { headFindings } from './head-findings.ts';
import type { LaidOut } from './lay-out.ts';
import { layOut, withoutZones } from './lay-out.ts';
import type { LocalRow } from './local-rows.ts';
import { localRowFindings, localRowsOf } from './local-rows.ts';
import { mainPart } from './main-part.ts';
import { mergeFacts, noFacts } from './metadata-fields.ts';
import { tellYear } from './report-year.ts';
import { missingCells, rowsMissing } from './rows-missing.ts';
import { gatherRuns } from './runs.ts';
import { sectionBlocks } from './section-blocks.ts';
import { tellByNumber } from './section-by-number.ts';
import { findHeadings } from './section-heading.ts';
import type { ZonedItem } from './table-zones.ts';
import { findZones } from './table-zones.ts';
import { wordingFindings } from './wording.ts';

/** Where title, preface and sections of a report stand in the source. */
export interface BlockLines {
  readonly title: number;
  readonly preface: readonly BlockSource[];
  readonly sections: readonly { readonly heading: number; readonly blocks: readonly BlockSource[] }[];
}

export interface Interpretation {
  readonly report: Report;
  readonly figures: ReadonlyMap<string, ReadFigure>;
  readonly blanks: BlankPlaces;
  readonly findings: readonly Finding[];
  readonly localRows: readonly LocalRow[];
  /** What a report without official tables counts; none where it has them. */
  readonly pairs: readonly PlacedPair[];
  readonly blockLines: BlockLines;
  /** Cells whose rows the source does not have at all. */
  readonly missing: readonly string[];
  /** Whether there is anything of a report: a title, a section, a row of an official table. */
  readonly isReport: boolean;
}

const itemOfSource = (item: ZonedItem): item is SourceItem => item.kind !== 'zone';

/** What the text of a report without official tables counts, part by part. */
function pairsOf({ head, sections }: LaidOut): readonly PlacedPair[] {
  return gatherPairs([
    { heading: null, items: head.preface.filter(itemOfSource) },
    ...sections.map(({ title, line, items }) => ({
      heading: { text: title, line, column: 1 },
      items: items.filter(itemOfSource),
    })),
  ]);
}

/** Said of a report that no later table is asked of; where tables are due, their rows are told missing. */
function oldFormat(pairs: readonly PlacedPair[]): Finding {
  const [first] = pairs;
  const spot = first === undefined ? null : { line: first.line, column: first.column, text: first.label };
  return readingFinding('READ-OLD-FORMAT', spot, { actual: pairs.length });
}

/** Makes a report of what a reader found, with the place of everything and what could not be read. */
export function interpret(source: Source): Interpretation {
  const headings = findHeadings(source.items);
  const page = mainPart(source, headings);
  const zoned = layOut(findZones(page.items, headings), { headings, metadata: source.metadata });
  const tables = gatherRuns(zoned.zones);
  const { head, ending, text } = zoned;

  const stated = [head.facts, ending?.facts ?? noFacts, factsOfLines(page.after)].reduce(mergeFacts);
  const { publishedOn } = stated;
  const year = tellYear({ title: head.title?.year ?? null, text, publishedOn });
  const agency = tellAgency({
    title: head.title?.agency ?? null,
    signature: ending?.signature?.name ?? null,
    publisher: stated.publisher ?? stated.origin,
    breadcrumbs: head.breadcrumbs,
    metadata: source.metadata,
    text,
  });

  const format = formatTold(tables, year.year);
  const read = format === null ? null : readFigures(format, tables);
  const layout = format === null ? withoutZones(zoned) : zoned;
  const prose = [layout.head.preface, ...layout.sections.map((section) => section.items)].flat();
  const numbered =
    format === null ? { sections: layout.sections, findings: [] } : tellByNumber(layout.sections, format);
  const localRows = format === null ? [] : localRowsOf(tables.runs);
  const pairs = tables.tables.size === 0 || format === null ? pairsOf(layout) : [];
  const facts: Record<string, CellValue> = {};
  for (const [key, figure] of read?.figures ?? []) facts[key] = figure.value;

  const preface = sectionBlocks(layout.head.preface, localRows, source.wrapWidth);
  const sections = numbered.sections.map((section) => ({
    section,
    blocks: sectionBlocks(section.items, localRows, source.wrapWidth),
  }));
  const blocksOf = (placed: readonly PlacedBlock[]): Block[] => placed.map((item) => item.block);
  const last = layout.zones.at(-1)?.rows.at(-1)?.cells.at(-1) ?? null;
  const prefaceText = preface.map((item) => (item.block.kind === 'paragraph' ? item.block.text : '')).join('\n');

  return {
    report: {
      agency: agency?.name ?? null,
      year: year.year !== null && year.year >= 2008 && year.year <= 2100 ? year.year : null,
      format: format?.id ?? null,
      title: head.title?.text ?? '',
      publishedOn,
      writtenOn: ending?.writtenOn ?? stated.writtenOn,
      indexNumber: stated.indexNumber,
      contact: findContact([prefaceText, ...head.contactLines].join('\n')),
      preface: blocksOf(preface).slice(0, 1000),
      sections: sections.slice(0, 60).map(
        ({ section, blocks }): ReportSection => ({
          id: section.id,
          title: section.title.slice(0, 500),
          blocks: blocksOf(blocks).slice(0, 5000),
        }),
      ),
      facts,
    },
    figures: read?.figures ?? new Map(),
    blanks: read?.blanks ?? new Map(),
    findings: [
      ...headFindings({ agency, year }, { items: page.items, prose }),
      ...(layout.secondReport === null ? [] : [readingFinding('READ-SECOND-REPORT', layout.secondReport)]),
      ...numbered.findings,
      ...wordingFindings(layout.zones, { format, tables, wrapped: source.wrapWidth !== null }),
      ...(read?.findings ?? []),
      ...localRowFindings(localRows),
      ...(format === null ? [oldFormat(pairs)] : []),
      ...(format === null || read === null ? [] : rowsMissing(format, read.rowsFound, last)),
    ],
    localRows,
    pairs,
    blockLines: {
      title: head.title?.line ?? 1,
      preface: preface.map((item) => item.source),
      sections: sections.map(({ section, blocks }) => ({
        heading: section.line,
        blocks: blocks.map((item) => item.source),
      })),
    },
    missing: format === null || read === null ? [] : missingCells(format, read.rowsFound),
    isReport: head.title !== null || layout.sections.length > 0 || tables.tables.size > 0,
  };
}
