import type { Block, SectionId } from '@nianbao/core';
import { blockText, sectionHeading } from '@nianbao/core';
import type { CarriedReport } from '../../carried/carried-report.ts';
import type { ParquetColumn } from './parquet-column.ts';

const textOf = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n');

/** The text of a section of the official order; null where the report lacks the section. */
function sectionText(id: SectionId): ParquetColumn<CarriedReport>['value'] {
  return ({ report }) => {
    const sections = report.sections.filter((section) => section.id === id);
    return sections.length === 0 ? null : sections.map(({ blocks }) => textOf(blocks)).join('\n');
  };
}

const day = (date: string | null): Date | null => (date === null ? null : new Date(`${date}T00:00:00Z`));

/** The table of reports: one row a report, with the text of each section. `digest` joins it to the figures. */
export const reportColumns: readonly ParquetColumn<CarriedReport>[] = [
  { name: 'digest', type: 'text', value: ({ digest }) => digest },
  { name: 'agency_id', type: 'text', value: ({ publication }) => publication?.agencyId ?? null },
  { name: 'agency', type: 'text', value: ({ report }) => report.agency },
  { name: 'year', type: 'int32', value: ({ report }) => report.year },
  { name: 'version', type: 'int32', value: ({ publication }) => publication?.version ?? null },
  { name: 'format', type: 'text', value: ({ report }) => report.format },
  { name: 'title', type: 'text', value: ({ report }) => report.title },
  { name: 'published_on', type: 'date', value: ({ report }) => day(report.publishedOn) },
  { name: 'written_on', type: 'date', value: ({ report }) => day(report.writtenOn) },
  {
    name: 'published_at',
    type: 'instant',
    value: ({ publication }) => (publication?.publishedAt == null ? null : new Date(publication.publishedAt)),
  },
  { name: 'address', type: 'text', value: ({ publication }) => publication?.address ?? null },
  { name: 'index_number', type: 'text', value: ({ report }) => report.indexNumber },
  { name: 'preface', type: 'text', value: ({ report }) => textOf(report.preface) },
  { name: 'overview', type: 'text', value: sectionText('overview') },
  { name: 'proactive_disclosure', type: 'text', value: sectionText('proactiveDisclosure') },
  { name: 'applications', type: 'text', value: sectionText('applications') },
  { name: 'disputes', type: 'text', value: sectionText('disputes') },
  { name: 'problems', type: 'text', value: sectionText('problems') },
  { name: 'other_matters', type: 'text', value: sectionText('otherMatters') },
  {
    name: 'other_sections',
    type: 'text',
    value: ({ report }) => {
      const others = report.sections.filter(({ id }) => id === null);
      if (others.length === 0) return null;
      return others.map((section) => [sectionHeading(section), textOf(section.blocks)].join('\n')).join('\n');
    },
  },
];
