import type { Block, Locale } from '@nianbao/core';
import { headingDepths } from '@nianbao/core';
import type { Passage } from './passage.ts';
import { ReportBlock } from './report-block.tsx';

interface BlockSequenceProps {
  readonly blocks: readonly Block[];
  /** Passages of this part of the report. */
  readonly passages: readonly Passage[];
  /** Rank of the outermost headings: 2 in the preface, 3 in a section. */
  readonly topHeading: 2 | 3;
  readonly locale: Locale;
}

/** The text of the preface or of a section, its headings in an unbroken outline. */
export function BlockSequence({ blocks, passages, topHeading, locale }: BlockSequenceProps) {
  const depths = headingDepths(blocks);
  return blocks.map((block, index) => (
    <ReportBlock
      // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its position
      key={index}
      block={block}
      heading={topHeading + Math.max(depths[index] ?? 0, 0)}
      passages={passages.filter((passage) => passage.block === index)}
      locale={locale}
    />
  ));
}
