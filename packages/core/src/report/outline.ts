import type { StatutoryTable } from '../formats/format.ts';
import type { Report, ReportSection } from './report.ts';
import { formatOf } from './report.ts';
import { sectionHeading } from './section-heading.ts';

/**
 * One part of a report as it is read from top to bottom: a section with its statutory table, or a table whose section
 * the report lacks. `heading` is as a reader sees it, with the official number where the report left it out.
 */
export type OutlinePart =
  | {
      readonly kind: 'section';
      /** Position among the report's sections. */
      readonly position: number;
      readonly section: ReportSection;
      readonly heading: string;
      readonly table: StatutoryTable | null;
    }
  | { readonly kind: 'table'; readonly heading: string; readonly table: StatutoryTable };

/**
 * The parts of a report in the order in which every face of it (page, print, DOCX, PDF) shows them. A statutory table
 * stands in the first section that is its own; one whose section the report lacks comes at the end, so that no figure
 * is ever hidden.
 */
export function reportOutline(report: Report): readonly OutlinePart[] {
  const format = formatOf(report);
  const homeOf = (table: StatutoryTable): number => {
    const sectionId = format?.sections.find(({ number }) => number === table.section)?.id;
    return report.sections.findIndex(({ id }) => id !== null && id === sectionId);
  };
  const homes = (format?.tables ?? []).map((table) => ({ table, home: homeOf(table) }));
  const parts = report.sections.map(
    (section, position): OutlinePart => ({
      kind: 'section',
      position,
      section,
      heading: sectionHeading(section),
      table: homes.find(({ home }) => home === position)?.table ?? null,
    }),
  );
  const homeless = homes.filter(({ home }) => home === -1);
  return [...parts, ...homeless.map(({ table }): OutlinePart => ({ kind: 'table', heading: table.title, table }))];
}
