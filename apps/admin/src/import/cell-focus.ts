const elementOf = (key: string) => document.querySelector<HTMLElement>(`[data-read="${CSS.escape(key)}"]`);

/** Scrolls as little as needed for a cell to be seen: its source may have come up over it. */
export function keepInSight(key: string): void {
  elementOf(key)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Goes to a cell of the review and shows its source. */
export function showCell(key: string, block: 'nearest' | 'center'): void {
  const cell = elementOf(key);
  cell?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block, inline: 'nearest' });
}
