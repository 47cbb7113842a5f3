import { z } from 'zod';
import { cellValueSchema } from '../figures/facts.ts';
import { blockSchema } from './blocks.ts';
import type { Report } from './report.ts';
import { contactSchema } from './report.ts';

const head = z.literal('head');

const headChangeSchema = z.discriminatedUnion('field', [
  z.strictObject({ kind: head, field: z.literal('title'), value: z.string().max(500) }),
  z.strictObject({ kind: head, field: z.literal('writtenOn'), value: z.iso.date().nullable() }),
  z.strictObject({ kind: head, field: z.literal('indexNumber'), value: z.string().max(100).nullable() }),
  z.strictObject({ kind: head, field: z.literal('contact'), value: contactSchema.nullable() }),
]);

/** One edit of a report: the new value of one figure, one head field, the preface, or one section. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fact'), key: z.string(), value: cellValueSchema }),
  headChangeSchema,
  z.strictObject({ kind: z.literal('preface'), blocks: z.array(blockSchema).max(1000) }),
  z.strictObject({
    kind: z.literal('section'),
    position: z.int().min(0).max(59),
    title: z.string().max(500),
    blocks: z.array(blockSchema).max(5000),
  }),
]);

export type Change = z.infer<typeof changeSchema>;

/** The name of what a change sets; two changes of one field replace each other. */
export function fieldOf(change: Change): string {
  switch (change.kind) {
    case 'fact':
      return `fact:${change.key}`;
    case 'head':
      return `head:${change.field}`;
    case 'preface':
      return 'preface';
    case 'section':
      return `section:${change.position}`;
  }
}

/** The report with the change made; parts that the change does not name stay the same objects. */
export function applyChange(report: Report, change: Change): Report {
  switch (change.kind) {
    case 'fact':
      return { ...report, facts: { ...report.facts, [change.key]: change.value } };
    case 'head':
      return { ...report, [change.field]: change.value };
    case 'preface':
      return { ...report, preface: change.blocks };
    case 'section':
      return {
        ...report,
        sections: report.sections.map((section, position) =>
          position === change.position ? { ...section, title: change.title, blocks: change.blocks } : section,
        ),
      };
  }
}

export function applyChanges(report: Report, changes: Iterable<Change>): Report {
  let changed = report;
  for (const change of changes) changed = applyChange(changed, change);
  return changed;
}

/** The change that puts back what the report has now where the given change would put something else. */
export function inverseOf(report: Report, change: Change): Change {
  switch (change.kind) {
    case 'fact':
      return { ...change, value: report.facts[change.key] ?? null };
    case 'head':
      return inverseOfHead(report, change);
    case 'preface':
      return { kind: 'preface', blocks: report.preface };
    case 'section': {
      const section = report.sections[change.position];
      return section === undefined ? change : { ...change, title: section.title, blocks: section.blocks };
    }
  }
}

function inverseOfHead(report: Report, change: Change & { kind: 'head' }): Change {
  switch (change.field) {
    case 'title':
      return { ...change, value: report.title };
    case 'writtenOn':
      return { ...change, value: report.writtenOn };
    case 'indexNumber':
      return { ...change, value: report.indexNumber };
    case 'contact':
      return { ...change, value: report.contact };
  }
}

/** The changes that turn the parts of `from` that the form edits into those of `to`. */
export function changesBetween(from: Report, to: Report): Change[] {
  const changes: Change[] = [];
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  for (const key of new Set([...Object.keys(from.facts), ...Object.keys(to.facts)])) {
    const value = to.facts[key] ?? null;
    if (differs(from.facts[key] ?? null, value)) changes.push({ kind: 'fact', key, value });
  }
  if (from.title !== to.title) changes.push({ kind: 'head', field: 'title', value: to.title });
  if (from.writtenOn !== to.writtenOn) changes.push({ kind: 'head', field: 'writtenOn', value: to.writtenOn });
  if (from.indexNumber !== to.indexNumber) changes.push({ kind: 'head', field: 'indexNumber', value: to.indexNumber });
  if (differs(from.contact, to.contact)) changes.push({ kind: 'head', field: 'contact', value: to.contact });
  if (differs(from.preface, to.preface)) changes.push({ kind: 'preface', blocks: to.preface });
  to.sections.forEach(({ title, blocks }, position) => {
    const section = from.sections[position];
    if (section !== undefined && (section.title !== title || differs(section.blocks, blocks))) {
      changes.push({ kind: 'section', position, title, blocks });
    }
  });
  return changes;
}
