/** Every key that does something, by where it works; `text` names its sentence in the catalogue. */
export const shortcuts = [
  { keys: ['?'], where: 'anywhere', text: 'help' },
  { keys: ['/'], where: 'board', text: 'search' },
  { keys: ['j', 'k'], where: 'board', text: 'move' },
  { keys: ['Enter'], where: 'board', text: 'open' },
  { keys: ['↑', '↓', '←', '→'], where: 'table', text: 'arrows' },
  { keys: ['Enter'], where: 'table', text: 'enter' },
  { keys: ['Tab'], where: 'table', text: 'tab' },
  { keys: ['/'], where: 'table', text: 'notApplicable' },
  { keys: ['Delete'], where: 'table', text: 'blank' },
  { keys: ['Ctrl', 'V'], where: 'table', text: 'paste' },
  { keys: ['Ctrl', 'Home'], where: 'table', text: 'first' },
  { keys: ['Ctrl', 'End'], where: 'table', text: 'last' },
  { keys: ['F8'], where: 'report', text: 'nextFinding' },
  { keys: ['Shift', 'F8'], where: 'report', text: 'previousFinding' },
  { keys: ['Ctrl', 'Z'], where: 'report', text: 'undo' },
  { keys: ['Ctrl', 'Y'], where: 'report', text: 'redo' },
  { keys: ['Ctrl', 'S'], where: 'report', text: 'save' },
  { keys: ['↑', '↓', '←', '→'], where: 'import', text: 'arrows' },
  { keys: ['Space'], where: 'import', text: 'toggleCell' },
  { keys: ['n'], where: 'import', text: 'nextQuestion' },
  { keys: ['p'], where: 'import', text: 'previousQuestion' },
  { keys: ['a'], where: 'review', text: 'approve' },
  { keys: ['r'], where: 'review', text: 'return' },
  { keys: ['p'], where: 'review', text: 'publish' },
  { keys: ['n'], where: 'review', text: 'next' },
] as const;

export const shortcutPlaces = ['anywhere', 'board', 'table', 'report', 'import', 'review'] as const;

export type ShortcutPlace = (typeof shortcutPlaces)[number];

/** True for an element that takes what is typed or pasted for itself. */
export function isTypingInto(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  const field = element?.closest(
    'input:not([type="checkbox"], [type="radio"], [readonly]), textarea, select, [contenteditable="true"]',
  );
  return (field ?? null) !== null;
}

/** True for a key press that belongs to what is being typed, or to the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  return event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTypingInto(event.target);
}
