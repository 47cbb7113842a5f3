import type { CellValue } from '../figures/facts.ts';
import { bySection } from './by-section.ts';
import type { Change } from './change.ts';
import type { Report } from './report.ts';
import { sectionHeading } from './section-heading.ts';

const saysSomething = (value: CellValue | undefined) => value !== null && value !== undefined;

function factChanges(draft: Report, read: Report): Change[] {
  if (draft.format !== read.format) return [];
  return Object.entries(read.facts)
    .filter(([, value]) => saysSomething(value))
    .map(([key, value]) => ({ kind: 'fact', key, value }));
}

function headChanges({ title, writtenOn, indexNumber, contact }: Report): Change[] {
  const changes: Change[] = [];
  if (title !== '') changes.push({ kind: 'head', field: 'title', value: title });
  if (writtenOn !== null) changes.push({ kind: 'head', field: 'writtenOn', value: writtenOn });
  if (indexNumber !== null) changes.push({ kind: 'head', field: 'indexNumber', value: indexNumber });
  if (contact !== null) changes.push({ kind: 'head', field: 'contact', value: contact });
  return changes;
}

function textChanges(draft: Report, read: Report): Change[] {
  const sections = bySection(read.sections);
  const changes: Change[] = read.preface.length > 0 ? [{ kind: 'preface', blocks: read.preface }] : [];
  draft.sections.forEach((own, position) => {
    const section = own.id === null ? undefined : sections.get(own.id);
    if (section === undefined || section.blocks.length === 0) return;
    // A heading with its number and one without are the same heading.
    const title = sectionHeading(section) === sectionHeading(own) ? own.title : section.title;
    changes.push({ kind: 'section', position, title, blocks: section.blocks });
  });
  return changes;
}

/**
 * Everything that another version of a report, such as one read from a file, can give to a draft: its figures where the
 * formats are the same, its head, its preface, and its text in the draft's own sections. What the other leaves blank is
 * not among it: taking over never empties a part of the draft.
 */
export function takenOver(draft: Report, read: Report): readonly Change[] {
  return [...factChanges(draft, read), ...headChanges(read), ...textChanges(draft, read)];
}
