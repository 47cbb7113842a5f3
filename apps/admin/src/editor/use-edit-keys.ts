import type { Change } from '@nianbao/core';
import { useEffect, useEffectEvent } from 'react';
import type { DraftSession } from '../draft/draft-session.ts';
import type { Anchor } from '../findings/finding-anchor.ts';
import { focusAnchor } from './focus-anchor.ts';

function placeOf(change: Change | undefined): Anchor | null {
  switch (change?.kind) {
    case 'fact':
      return { kind: 'cell', key: change.key };
    case 'preface':
      return { kind: 'text', section: 'preface', block: 0, start: 0, end: 0, quote: '' };
    case 'section':
      return { kind: 'text', section: change.position, block: 0, start: 0, end: 0, quote: '' };
    default:
      return null;
  }
}

/** Undoes or redoes one step and shows where it was. */
export function stepBack(draft: DraftSession, direction: 'undo' | 'redo'): void {
  const [first] = draft[direction]();
  const place = placeOf(first);
  const typing = document.activeElement instanceof HTMLTextAreaElement;
  if (place?.kind === 'cell' || (place !== null && !typing)) focusAnchor(place);
}

/** Undo, redo and save by keyboard for the whole report, in place of the single input's own undo. */
export function useEditKeys(draft: DraftSession): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    const key = event.key.toLowerCase();
    if (key === 'z') stepBack(draft, event.shiftKey ? 'redo' : 'undo');
    else if (key === 'y') stepBack(draft, 'redo');
    else if (key === 's') void draft.flush();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
