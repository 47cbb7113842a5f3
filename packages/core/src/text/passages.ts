import type { TextPlace } from '../findings/finding.ts';
import type { SectionId } from '../formats/format.ts';
import type { Block } from '../report/blocks.ts';
import { blockText } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import type { FoldedText } from './folded-text.ts';
import { foldText, sourceRange } from './folded-text.ts';
import type { NumberMention } from './number-mentions.ts';
import { numberMentions } from './number-mentions.ts';

/** One block of a report's text, folded for matching, with its place and the heading that it stands under. */
export interface Passage {
  readonly section: TextPlace['section'];
  readonly sectionId: SectionId | null;
  readonly block: number;
  readonly kind: Block['kind'] | 'title';
  readonly heading: string;
  readonly folded: FoldedText;
  readonly text: string;
}

type Where = Pick<Passage, 'section' | 'sectionId'>;

function passagesOfBlocks(where: Where, blocks: readonly Block[]): Passage[] {
  let heading = '';
  return blocks.map((block, position) => {
    const folded = foldText(blockText(block), block.kind !== 'paragraph');
    const passage: Passage = { ...where, block: position, kind: block.kind, heading, folded, text: folded.text };
    if (block.kind === 'heading') heading = folded.text;
    return passage;
  });
}

function fold(report: Report): readonly Passage[] {
  const title = foldText(report.title);
  return [
    { section: 'title', sectionId: null, block: 0, kind: 'title', heading: '', folded: title, text: title.text },
    ...passagesOfBlocks({ section: 'preface', sectionId: null }, report.preface),
    ...report.sections.flatMap((section, position) =>
      passagesOfBlocks({ section: position, sectionId: section.id }, section.blocks),
    ),
  ];
}

const folded = new WeakMap<Report, readonly Passage[]>();

/**
 * Every block of a report's text in reading order, the title first. A report is a value: the passages are kept with it,
 * so that all rules on text share one folding.
 */
export function passagesOf(report: Report): readonly Passage[] {
  const known = folded.get(report);
  if (known !== undefined) return known;
  const passages = fold(report);
  folded.set(report, passages);
  return passages;
}

/** Passages in which the organ speaks: headings, paragraphs and lists, without tables, pictures and local rows. */
export function narrativeOf(report: Report): readonly Passage[] {
  return passagesOf(report).filter(({ kind }) => kind === 'paragraph' || kind === 'list' || kind === 'heading');
}

const figures = new WeakMap<Passage, readonly NumberMention[]>();

/** The figures of a passage, found once for all rules that read them. */
export function figuresOf(passage: Passage): readonly NumberMention[] {
  const known = figures.get(passage) ?? numberMentions(passage.text);
  figures.set(passage, known);
  return known;
}

const longestQuote = 120;

/** The place of a stretch of a passage's folded text, quoted as it stands in the source. */
export function placeOf(passage: Passage, start: number, end: number): TextPlace {
  const range = sourceRange(passage.folded, start, end);
  return {
    kind: 'text',
    section: passage.section,
    sectionId: passage.sectionId,
    block: passage.block,
    ...range,
    quote: passage.folded.source.slice(range.start, Math.min(range.end, range.start + longestQuote)),
  };
}
