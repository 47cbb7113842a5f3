import type { SectionId } from '../formats/format.ts';
import { formats } from '../formats/formats.ts';
import type { ReportSection } from './report.ts';

const numerals = ['一', '二', '三', '四', '五', '六'];
const numbered = /^\s*[（(]?[一二三四五六七八九十]+[）)]?\s*[、.．,，]?/;

const officialSections = formats.at(-1)?.sections ?? [];

/** The official heading of one of the six sections, such as “总体情况”. */
export function officialTitle(id: SectionId): string {
  return officialSections.find((section) => section.id === id)?.title ?? '';
}

/** A section's heading as a reader sees it: as written, with the official number where the report left it out. */
export function sectionHeading({ id, title }: Pick<ReportSection, 'id' | 'title'>): string {
  const number = officialSections.find((section) => section.id === id)?.number;
  if (number === undefined || numbered.test(title)) return title;
  return `${numerals[number - 1]}、${title}`;
}
