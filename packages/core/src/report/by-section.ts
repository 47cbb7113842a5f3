import type { Block } from './blocks.ts';
import type { ReportSection } from './report.ts';

/**
 * The sections of a report by which official one they are. What stands under a heading that is none of the six stays with
 * the section before it, heading and all.
 */
export function bySection(sections: readonly ReportSection[]): ReadonlyMap<string, ReportSection> {
  const gathered = new Map<string, ReportSection>();
  let current: string | null = null;
  for (const { id, title, blocks } of sections) {
    const started = id !== null && !gathered.has(id);
    if (started) {
      gathered.set(id, { id, title, blocks });
      current = id;
      continue;
    }
    const before = current === null ? undefined : gathered.get(current);
    if (before === undefined) continue;
    const heading: Block[] = title === '' ? [] : [{ kind: 'heading', level: 2, text: title }];
    gathered.set(before.id ?? '', { ...before, blocks: [...before.blocks, ...heading, ...blocks] });
  }
  return gathered;
}
