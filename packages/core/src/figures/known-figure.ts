import type { Facts } from './facts.ts';

/** The number that facts give for a cell, in its own unit; null where it is blank, “/”, unreadable or not of the format. */
export function knownFigure(facts: Facts, key: string): number | null {
  const value = facts[key];
  return typeof value === 'number' ? value : null;
}
