import { useEffect, useEffectEvent } from 'react';
import { isTyping } from './shortcuts.ts';

/** Runs an action on a plain key anywhere on the page, except while somebody types or a dialogue is open. */
export function useShortcut(key: string, action: () => void, enabled = true): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || isTyping(event) || event.defaultPrevented) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [enabled]);
}
