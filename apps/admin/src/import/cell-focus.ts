/** Goes to a cell of the review and shows its source. */
export function showCell(key: string, block: 'nearest' | 'center'): void {
  const cell = document.querySelector<HTMLElement>(`[data-read="${CSS.escape(key)}"]`);
  cell?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block, inline: 'nearest' });
}
