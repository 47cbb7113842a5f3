import type { Change, Report } from '@nianbao/core';
import { blockText, changesBetween } from '@nianbao/core';

/** What of an imported file a person takes over. */
export interface ImportChoice {
  readonly keys: ReadonlySet<string>;
  readonly text: boolean;
  readonly head: boolean;
}

export interface TextDifference {
  readonly field: 'preface' | number;
  readonly draft: string;
  readonly read: string;
}

/** Parts of the text that the file says otherwise, with both. A part that the draft lacks has an empty draft. */
export function textDifferences(draft: Report, read: Report): TextDifference[] {
  const words = (blocks: Report['preface']) => blocks.map(blockText).join('\n');
  const parts: TextDifference[] = [
    { field: 'preface', draft: words(draft.preface), read: words(read.preface) },
    ...read.sections.map((section, position) => {
      const same = section.id === null ? draft.sections[position] : draft.sections.find(({ id }) => id === section.id);
      return { field: position, draft: words(same?.blocks ?? []), read: words(section.blocks) };
    }),
  ];
  return parts.filter((part) => part.draft !== part.read && part.read !== '');
}

/** True where the file names its title, dates, index number or contact otherwise than the draft. */
export function headDiffers(draft: Report, read: Report): boolean {
  return changesBetween(draft, read).some((change: Change) => change.kind === 'head');
}

/** Everything at once, figures only, or text only. */
export function choiceOf(what: 'all' | 'figures' | 'text', keys: Iterable<string>): ImportChoice {
  return { keys: new Set(what === 'text' ? [] : keys), text: what !== 'figures', head: what !== 'figures' };
}

/** The choice with one figure taken or left. */
export function toggleKey(choice: ImportChoice, key: string): ImportChoice {
  const keys = new Set(choice.keys);
  if (!keys.delete(key)) keys.add(key);
  return { ...choice, keys };
}
