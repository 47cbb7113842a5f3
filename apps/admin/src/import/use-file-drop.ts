import { useEffect, useEffectEvent, useState } from 'react';
import { isTypingInto } from '../shell/shortcuts.ts';
import type { GivenFile } from './given-file.ts';
import { fileOfText, fileOfTransfer } from './given-file.ts';

interface FileDrop {
  /** What a file made of copied text is called. */
  readonly pastedName: string;
  onGiven(given: GivenFile): void;
}

const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files dropped or pasted anywhere on the page; gives whether one is being dragged over it. */
export function useFileDrop({ pastedName, onGiven }: FileDrop): boolean {
  const [dragging, setDragging] = useState(false);

  const over = useEffectEvent((event: DragEvent) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    setDragging(true);
  });
  const leave = useEffectEvent((event: DragEvent) => {
    // Only leaving the window has nowhere that it leads to; within the page the drag goes from element to element.
    if (event.relatedTarget === null) setDragging(false);
  });
  const drop = useEffectEvent((event: DragEvent) => {
    setDragging(false);
    if (!bringsFiles(event) || event.dataTransfer === null) return;
    event.preventDefault();
    const given = fileOfTransfer(event.dataTransfer);
    if (given !== null) onGiven(given);
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || event.clipboardData === null) return;
    const given =
      fileOfTransfer(event.clipboardData) ??
      (isTypingInto(event.target) ? null : fileOfText(event.clipboardData, pastedName));
    if (given === null) return;
    event.preventDefault();
    onGiven(given);
  });

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragenter', (event) => over(event), { signal });
    window.addEventListener('dragover', (event) => over(event), { signal });
    window.addEventListener('dragleave', (event) => leave(event), { signal });
    window.addEventListener('drop', (event) => drop(event), { signal });
    window.addEventListener('paste', (event) => paste(event), { signal });
    return () => stop.abort();
  }, []);
  return dragging;
}
