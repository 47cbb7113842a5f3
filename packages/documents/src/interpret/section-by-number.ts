import type { Finding, Format } from '@nianbao/core';
import { readingFinding } from '../findings/reading-finding.ts';
import type { RawSection } from './sections.ts';

const fewestKnown = 3;

export interface SectionsByNumber {
  readonly sections: readonly RawSection[];
  readonly findings: readonly Finding[];
}

/**
 * Tells a section whose heading names none of the official ones by its number, where the others stand at their official
 * numbers and nothing else stands at this one. Each is asked about.
 */
export function tellByNumber(sections: readonly RawSection[], format: Format): SectionsByNumber {
  const official = new Map<number, Format['sections'][number]>(
    format.sections.map((section) => [section.number, section]),
  );
  const known = sections.filter(({ id }) => id !== null);
  const inPlace = known.every(({ id, number }) => number === null || official.get(number)?.id === id);
  if (!inPlace || known.length < fewestKnown) return { sections, findings: [] };
  const used = new Set(known.map(({ id }) => id));
  const findings: Finding[] = [];
  const told = sections.map((section): RawSection => {
    const due = section.id === null && section.number !== null ? official.get(section.number) : undefined;
    if (due === undefined || used.has(due.id)) return section;
    used.add(due.id);
    const { line, title } = section;
    findings.push(
      readingFinding('READ-SECTION-TITLE', { line, column: 1, text: title }, { values: { official: due.title } }),
    );
    return { ...section, id: due.id };
  });
  return { sections: told, findings };
}
