import type { Block, Locale, ReportSection as Section } from '@nianbao/core';
import { labelIn, officialTitle, sectionHeading } from '@nianbao/core';
import type { ReactNode } from 'react';
import { messagesIn } from '../messages/messages.ts';
import { BlockSequence } from './block-sequence.tsx';
import { LocalRows } from './local-rows.tsx';
import type { Passage } from './passage.ts';

interface ReportSectionProps {
  readonly section: Section;
  readonly position: number;
  readonly passages: readonly Passage[];
  readonly locale: Locale;
  /** The statutory table of the section, or null for a narrative. */
  readonly table: ReactNode;
}

type LocalRow = Extract<Block, { kind: 'localRow' }>;

const isLocalRow = (block: Block): block is LocalRow => block.kind === 'localRow';

/** One of the parts of a report: heading, text, statutory table, local rows. */
export function ReportSection({ section, position, passages, locale, table }: ReportSectionProps) {
  const anchor = `section-${position + 1}`;
  const at = (block: number) => passages.filter((passage) => passage.section === position && passage.block === block);
  const localRows = section.blocks.flatMap((block, index) =>
    isLocalRow(block) ? [{ block, passages: at(index) }] : [],
  );
  return (
    <section aria-labelledby={anchor} className="nb-section">
      <h2 id={anchor}>
        {sectionHeading(section)}
        {locale !== 'zh' && section.id !== null && (
          <span lang={locale} className="nb-gloss">
            {labelIn(officialTitle(section.id), locale)}
          </span>
        )}
      </h2>
      <BlockSequence
        blocks={section.blocks}
        passages={passages.filter((passage) => passage.section === position)}
        topHeading={3}
        locale={locale}
      />
      {table}
      <LocalRows rows={localRows} locale={locale} />
      {section.blocks.length === 0 && table === null && (
        <p lang={locale === 'zh' ? undefined : locale} className="nb-empty">
          {messagesIn(locale).emptySection}
        </p>
      )}
    </section>
  );
}
