import type { Anchor } from '../findings/finding-anchor.ts';

/** Names the input of a passage: the block's section and position. */
export function blockName(section: 'title' | 'preface' | number, block: number): string {
  return `${section}.${block}`;
}

/** In a block with several inputs, the one that holds the character at `start`. */
function fieldAt(fields: readonly HTMLElement[], start: number): { field: HTMLElement | undefined; offset: number } {
  let offset = 0;
  for (const field of fields) {
    const length = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value.length : 0;
    if (start <= offset + length) return { field, offset };
    offset += length + 1;
  }
  return { field: fields[0], offset: 0 };
}

/** The element that holds a passage where the text is shown and not edited: the mark itself, else its part. */
function shownPassage({ section, quote }: Anchor & { kind: 'text' }, within: ParentNode): HTMLElement | undefined {
  const part =
    typeof section === 'number'
      ? within.querySelector<HTMLElement>(`[aria-labelledby="section-${section + 1}"]`)
      : within.querySelector<HTMLElement>(section === 'title' ? '.nb-document-head' : '.nb-preface');
  const marks = [...(part?.querySelectorAll<HTMLElement>('mark') ?? [])];
  return marks.find((mark) => quote !== '' && quote.includes(mark.textContent)) ?? part ?? undefined;
}

function fieldOfAnchor(anchor: Anchor, within: ParentNode): { field: HTMLElement | undefined; offset: number } {
  const name = CSS.escape(anchor.kind === 'cell' ? anchor.key : blockName(anchor.section, anchor.block));
  if (anchor.kind === 'cell') {
    const cell =
      within.querySelector<HTMLElement>(`[data-figure="${name}"]`) ??
      within.querySelector<HTMLElement>(`td[data-cell="${name}"]`);
    return { field: cell ?? undefined, offset: 0 };
  }
  const fields = [...within.querySelectorAll<HTMLElement>(`[data-block="${name}"]`)];
  return fields.length > 0 ? fieldAt(fields, anchor.start) : { field: shownPassage(anchor, within), offset: 0 };
}

/** Takes the person to a figure or a passage: in sight, focused, the passage selected. False when it is not there. */
export function focusAnchor(anchor: Anchor, within: ParentNode = document): boolean {
  const { field, offset } = fieldOfAnchor(anchor, within);
  if (field === undefined) return false;
  const isField = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  if (!isField) field.tabIndex = -1;
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center', inline: 'nearest' });
  if (anchor.kind === 'text' && isField) field.setSelectionRange(anchor.start - offset, anchor.end - offset);
  return true;
}
