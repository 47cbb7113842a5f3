import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it before, when a dialogue that is there only while it is open goes away. Mantine does
 * so for dialogues that stay mounted.
 */
export function useFocusBack(): void {
  // Looked up while the dialogue is first drawn: what is in it takes the focus before any effect runs.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isNowhere = document.activeElement === null || document.activeElement === document.body;
      if (isNowhere && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}

/** The same beside a dialogue that makes what is behind it inert: that takes the focus away before the dialogue is drawn. */
export function FocusBack() {
  useFocusBack();
  return null;
}
