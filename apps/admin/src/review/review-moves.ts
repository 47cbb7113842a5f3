import type { Finding, Locale } from '@nianbao/core';
import { describe, moves, ruleById } from '@nianbao/core';
import type { AskedMove } from '../editor/may-edit.ts';

/** Moves that a reader of a report may make, in the order of their buttons, with the key of each. */
export const reviewMoves = [
  { move: 'approve', key: 'a', main: true },
  { move: 'publish', key: 'p', main: true },
  { move: 'accept', key: null, main: false },
  { move: 'unaccept', key: null, main: false },
  { move: 'return', key: 'r', main: false },
  { move: 'unapprove', key: null, main: false },
  { move: 'withdraw', key: null, main: false },
  { move: 'correct', key: null, main: false },
  { move: 'abandonCorrection', key: null, main: false },
] as const satisfies readonly { readonly move: AskedMove; readonly key: string | null; readonly main: boolean }[];

/** Whether a move asks for a reason: as the table of moves says. */
export function reasonOf(name: AskedMove): 'required' | 'none' {
  return moves.some(({ move, needsReason }) => move === name && needsReason) ? 'required' : 'none';
}

/** The reasons for a return that the findings suggest, one numbered line each, for the reviewer to edit. */
export function returnReasons(findings: readonly Finding[], locale: Locale): string {
  const lines = findings.flatMap((finding) => {
    const kind = ruleById.get(finding.rule);
    return kind === undefined || finding.severity === 'notice' ? [] : [describe(kind, finding, locale).message];
  });
  return lines.map((line, at) => `${at + 1}. ${line}`).join('\n');
}
