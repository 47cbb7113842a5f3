import { useEffect, useEffectEvent } from 'react';
import { anchorOf, stepFinding } from '../findings/finding-anchor.ts';
import { focusAnchor } from './focus-anchor.ts';
import type { Workspace } from './workspace.ts';

/** Takes the person to a finding's place and remembers which one it is. */
export function goToFinding({ findings, totals, selected }: Workspace, key: string): void {
  const { all, keys } = findings.get();
  const finding = all[keys.indexOf(key)];
  if (finding === undefined) return;
  selected.set(key);
  const anchor = anchorOf(finding, totals);
  if (anchor === null || !focusAnchor(anchor)) {
    document.getElementById(findingId(key))?.scrollIntoView({ block: 'center' });
  }
}

/** The id of a finding's entry in the list. */
export function findingId(key: string): string {
  return `finding-${key}`;
}

/** F8 and Shift+F8 go from finding to finding, wherever the focus is. */
export function useFindingSteps(workspace: Workspace): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F8') return;
    event.preventDefault();
    const next = stepFinding(workspace.findings.get().keys, workspace.selected.get(), event.shiftKey ? -1 : 1);
    if (next !== null) goToFinding(workspace, next);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
