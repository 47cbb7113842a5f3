import type { Block, Report, ReportSection, StatutoryTable } from '@nianbao/core';
import { formatOf, headingDepths, reportOutline } from '@nianbao/core';
import { imagePlaceholder } from '../carried/passages.ts';
import { dateText } from './document-marks.ts';
import type { Picture } from './picture.ts';
import { pictureOf } from './picture.ts';
import type { StatutoryPart } from './statutory-parts.ts';
import { statutoryPart } from './statutory-parts.ts';

type TextTable = Extract<Block, { kind: 'table' }>;

/** One part of a report as it is set on paper or on a page. Every document draws the same parts in the same order. */
export type DocumentPart =
  /** The title, in the pieces between which a line may break: the organ, and what the report is. */
  | { readonly kind: 'title'; readonly pieces: readonly string[] }
  /** What is known of the document, under its title: 索引号, 发布日期. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  /** Rank 1 for sections; the headings inside go down one step at a time, however the report numbers its levels. */
  | { readonly kind: 'heading'; readonly rank: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'textTable'; readonly table: TextTable }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly alt: string }
  | StatutoryPart
  /** Lines that a locality added to the statutory table before them. */
  | {
      readonly kind: 'localRows';
      readonly rows: readonly { readonly label: string; readonly values: readonly string[] }[];
    }
  | { readonly kind: 'signature'; readonly agency: string | null; readonly writtenOn: string | null };

/** What a report is called where its title is empty. */
export function titleOf({ title, agency, year }: Report): string {
  return title.trim() === '' ? `${agency ?? ''}${year === null ? '' : `${year}年`}政府信息公开工作年度报告` : title;
}

function titlePart(report: Report): DocumentPart {
  const title = titleOf(report);
  const { agency } = report;
  const opens = agency !== null && title.startsWith(agency) && title.length > agency.length;
  return { kind: 'title', pieces: opens ? [agency, title.slice(agency.length)] : [title] };
}

function factsPart({ indexNumber, publishedOn }: Report): DocumentPart[] {
  const facts = [
    ...(indexNumber === null ? [] : [{ label: '索引号', value: indexNumber }]),
    ...(publishedOn === null ? [] : [{ label: '发布日期', value: dateText(publishedOn) }]),
  ];
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}

function rankOf(depth: number): 1 | 2 | 3 | 4 {
  if (depth <= 1) return 1;
  if (depth === 2) return 2;
  return depth === 3 ? 3 : 4;
}

function imagePart({ source, alt }: Extract<Block, { kind: 'image' }>): DocumentPart {
  const picture = pictureOf(source);
  return picture === null ? { kind: 'paragraph', text: imagePlaceholder(alt) } : { kind: 'picture', picture, alt };
}

function textPart(block: Block, rank: 1 | 2 | 3 | 4): DocumentPart[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', rank, text: block.text }];
    case 'paragraph':
    case 'list':
      return [block];
    case 'table':
      return [{ kind: 'textTable', table: block }];
    case 'image':
      return [imagePart(block)];
    case 'localRow':
      return [];
  }
}

/** The text of the preface or of a section. Rows added to a statutory table stand with that table, not here. */
function textParts(blocks: readonly Block[], outermost: 1 | 2): DocumentPart[] {
  const depths = headingDepths(blocks);
  return blocks.flatMap((block, at) => textPart(block, rankOf(outermost + (depths[at] ?? 0))));
}

function localRows(blocks: readonly Block[]): DocumentPart[] {
  const rows = blocks.flatMap((block) => (block.kind === 'localRow' ? [block] : []));
  return rows.length === 0 ? [] : [{ kind: 'localRows', rows }];
}

function sectionParts({ blocks }: ReportSection, tables: readonly DocumentPart[]): DocumentPart[] {
  return [...textParts(blocks, 2), ...tables, ...localRows(blocks)];
}

/**
 * A report as the sequence of parts that DOCX, HTML and PDF draw: title, facts of the document, preface, sections with
 * their statutory tables, signature. What is said of the publication at the edge of a page comes from `documentMarks`.
 */
export function documentParts(report: Report): readonly DocumentPart[] {
  const format = formatOf(report);
  const drawn = (table: StatutoryTable | null): DocumentPart[] =>
    format === null || table === null ? [] : [statutoryPart(format, table, report.facts)];
  const { agency, writtenOn } = report;
  const signed = agency !== null || writtenOn !== null;
  return [
    titlePart(report),
    ...factsPart(report),
    ...textParts(report.preface, 1),
    ...localRows(report.preface),
    ...reportOutline(report).flatMap((part): DocumentPart[] => [
      { kind: 'heading', rank: 1, text: part.heading },
      ...(part.kind === 'table' ? drawn(part.table) : sectionParts(part.section, drawn(part.table))),
    ]),
    ...(signed
      ? [{ kind: 'signature' as const, agency, writtenOn: writtenOn === null ? null : dateText(writtenOn) }]
      : []),
  ];
}
