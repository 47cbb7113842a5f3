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

/** Takes the person to a figure or a passage: in sight, focused, the passage selected. False when it is not there. */
export function focusAnchor(anchor: Anchor, within: ParentNode = document): boolean {
  const name = anchor.kind === 'cell' ? anchor.key : blockName(anchor.section, anchor.block);
  const attribute = anchor.kind === 'cell' ? 'data-figure' : 'data-block';
  const fields = [...within.querySelectorAll<HTMLElement>(`[${attribute}="${CSS.escape(name)}"]`)];
  const { field, offset } = anchor.kind === 'text' ? fieldAt(fields, anchor.start) : { field: fields[0], offset: 0 };
  if (field === undefined) return false;
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center', inline: 'nearest' });
  if (anchor.kind === 'text' && (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) {
    field.setSelectionRange(anchor.start - offset, anchor.end - offset);
  }
  return true;
}
