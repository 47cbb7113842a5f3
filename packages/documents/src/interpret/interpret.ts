import type { Block, CellValue, Finding, Report, ReportSection } from '@nianbao/core';
import { readingFinding } from '../findings/reading-finding.ts';
import type { Source } from '../source/source.ts';
import type { ToldAgency } from './agency.ts';
import { tellAgency } from './agency.ts';
import type { BlockSource, PlacedBlock } from './blocks.ts';
import { findContact } from './contact.ts';
import { factsOfLines, readEnding } from './ending.ts';
import type { ReadFigure } from './figures.ts';
import { readFigures } from './figures.ts';
import { formatTold } from './format-told.ts';
import { readHead } from './head.ts';
import type { LocalRow } from './local-rows.ts';
import { localRowFindings, localRowsOf } from './local-rows.ts';
import { mainPart } from './main-part.ts';
import { mergeFacts, noFacts } from './metadata-fields.ts';
import type { ReportYear } from './report-year.ts';
import { tellYear } from './report-year.ts';
import { missingCells, rowsMissing } from './rows-missing.ts';
import { gatherRuns } from './runs.ts';
import { sectionBlocks } from './section-blocks.ts';
import { findHeadings } from './section-heading.ts';
import type { RawSection } from './sections.ts';
import { divide } from './sections.ts';
import type { StatutoryZone, ZonedItem } from './table-zones.ts';
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
  readonly findings: readonly Finding[];
  readonly localRows: readonly LocalRow[];
  readonly blockLines: BlockLines;
  /** Cells whose rows the source does not have at all. */
  readonly missing: readonly string[];
  /** Whether there is anything of a report: a title, a section, a row of an official table. */
  readonly isReport: boolean;
}

const isZone = (item: ZonedItem): item is StatutoryZone => item.kind === 'zone';

function textOf(items: readonly ZonedItem[]): string {
  return items.map((item) => (item.kind === 'line' ? item.text : '')).join('\n');
}

function headFindings(agency: ToldAgency | null, year: ReportYear): Finding[] {
  const top = { line: 1, column: 1 };
  const findings: Finding[] = [];
  if (agency === null) findings.push(readingFinding('READ-AGENCY-UNKNOWN', { ...top, text: '' }));
  else if (agency.inferredFrom !== null) {
    findings.push(
      readingFinding('READ-AGENCY-INFERRED', { ...top, text: agency.inferredFrom }, { actual: agency.name }),
    );
  }
  if (year.year === null) findings.push(readingFinding('READ-YEAR-UNKNOWN', { ...top, text: '' }));
  else if (year.from !== null) {
    findings.push(readingFinding('READ-YEAR-INFERRED', { ...top, text: year.from.quote }, { actual: year.year }));
  }
  return findings;
}

/** Makes a report of what a reader found, with the place of everything and what could not be read. */
export function interpret(source: Source): Interpretation {
  const headings = findHeadings(source.items);
  const page = mainPart(source, headings);
  const divided = divide(findZones(page.items, headings), headings);
  const head = readHead(divided.head, source.metadata);
  const lastSection = divided.sections.at(-1);
  const ending = lastSection === undefined ? null : readEnding(lastSection.items);
  const itemsOf = (section: RawSection): readonly ZonedItem[] =>
    section === lastSection && ending !== null ? ending.items : section.items;
  const zones = [...head.preface, ...divided.sections.flatMap(itemsOf)].filter(isZone);
  const tables = gatherRuns(zones);
  const localRows = localRowsOf(tables.runs);
  const text = [textOf(head.preface), ...divided.sections.map((section) => textOf(itemsOf(section)))].join('\n');

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
  const facts: Record<string, CellValue> = {};
  for (const [key, figure] of read?.figures ?? []) facts[key] = figure.value;

  const preface = sectionBlocks(head.preface, localRows, source.wrapWidth);
  const sections = divided.sections.map((section) => ({
    section,
    blocks: sectionBlocks(itemsOf(section), localRows, source.wrapWidth),
  }));
  const blocksOf = (placed: readonly PlacedBlock[]): Block[] => placed.map((item) => item.block);
  const last = zones.at(-1)?.rows.at(-1)?.cells.at(-1) ?? null;
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
    findings: [
      ...headFindings(agency, year),
      ...(divided.secondReport === null ? [] : [readingFinding('READ-SECOND-REPORT', divided.secondReport)]),
      ...wordingFindings(zones, { format, tables, wrapped: source.wrapWidth !== null }),
      ...(read?.findings ?? []),
      ...localRowFindings(localRows),
      ...(format === null || read === null ? [] : rowsMissing(format, read.rowsFound, last)),
    ],
    localRows,
    blockLines: {
      title: head.title?.line ?? 1,
      preface: preface.map((item) => item.source),
      sections: sections.map(({ section, blocks }) => ({
        heading: section.line,
        blocks: blocks.map((item) => item.source),
      })),
    },
    missing: format === null || read === null ? [] : missingCells(format, read.rowsFound),
    isReport: head.title !== null || divided.sections.length > 0 || tables.tables.size > 0,
  };
}
