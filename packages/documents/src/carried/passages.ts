import type { Block, Report } from '@nianbao/core';
import { reportOutline } from '@nianbao/core';

/** The part of a report that a passage belongs to: `title`, `preface`, or the position of the section. */
export type PassageSection = 'title' | 'preface' | number;

/** One piece of a report's text as a document shows it. */
export interface Passage {
  readonly section: PassageSection;
  /** Without white space, in compatibility form: how a document sets a text says nothing of its words. */
  readonly text: string;
  /** What a document may or may not show as text: the mark of a list item, a stand-in for an image or its caption. */
  readonly aside: boolean;
}

/** How a written document stands in for an image that it can't show. */
export const imagePlaceholder = (alt: string): string => `〔图：${alt}〕`;

const invisible = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/** Text without what carries no word: white space, soft hyphens, marks of direction. */
export function bareText(text: string): string {
  return text.normalize('NFKC').replace(invisible, '');
}

function blockPassages(block: Block): readonly Omit<Passage, 'section'>[] {
  const word = (text: string | null) => ({ text: bareText(text ?? ''), aside: false });
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [word(block.text)];
    case 'list':
      return block.items.flatMap((item, at) => [{ text: block.ordered ? `${at + 1}.` : '•', aside: true }, word(item)]);
    case 'table':
      return [word(block.caption), ...block.rows.flatMap((row) => row.map(word))];
    case 'image':
      return [
        { text: bareText(imagePlaceholder(block.alt)), aside: true },
        { text: bareText(block.alt), aside: true },
      ];
    case 'localRow':
      return [word(block.label), ...block.values.map(word)];
  }
}

/** Who signs and when, which a document that has no date may show as its last line of text. */
function signature({ agency, writtenOn, sections }: Report): Passage[] {
  const section = sections.length === 0 ? 'preface' : sections.length - 1;
  const [year, month, day] = (writtenOn ?? '').split('-').map(Number);
  const texts = [agency ?? '', writtenOn === null ? '' : `${year}年${month}月${day}日`];
  return texts.filter((text) => text !== '').map((text) => ({ section, text: bareText(text), aside: true }));
}

type TextTable = Extract<Block, { kind: 'table' }>;

/** A table right behind one with the same heads may stand on the next page, where its heads read as those of the first. */
function repeatsHeads(block: Block, before: Block | undefined): block is TextTable {
  if (block.kind !== 'table' || before?.kind !== 'table' || block.caption !== null) return false;
  const heads = ({ rows, headRows }: TextTable) => JSON.stringify(rows.slice(0, headRows));
  return block.headRows > 0 && heads(block) === heads(before);
}

function passagesIn(block: Block, before: Block | undefined): readonly Omit<Passage, 'section'>[] {
  if (!repeatsHeads(block, before)) return blockPassages(block);
  const heads = block.rows
    .slice(0, block.headRows)
    .flat()
    .map((text) => ({ text: bareText(text), aside: true }));
  return [...heads, ...blockPassages({ ...block, rows: block.rows.slice(block.headRows), headRows: 0 })];
}

/** All text of a report, in the order in which a document shows it: local rows stand under the table, after the text. */
export function passagesOf(report: Report): readonly Passage[] {
  const of = (section: PassageSection, blocks: readonly Block[]): Passage[] =>
    blocks
      .toSorted((a, b) => Number(a.kind === 'localRow') - Number(b.kind === 'localRow'))
      .flatMap((block, at, all) => passagesIn(block, all[at - 1]))
      .filter(({ text }) => text !== '')
      .map((passage) => ({ section, ...passage }));
  const sections = reportOutline(report).flatMap((part) =>
    part.kind === 'table'
      ? []
      : [
          { section: part.position, text: bareText(part.heading), aside: false },
          ...of(part.position, part.section.blocks),
        ],
  );
  const title: Passage = { section: 'title', text: bareText(report.title), aside: false };
  return [title, ...of('preface', report.preface), ...sections, ...signature(report)];
}
