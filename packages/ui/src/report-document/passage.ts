import type { Finding, Severity } from '@nianbao/core';

/** A stretch of a report's text that something is to be said about; counted along core's `blockText`. */
export interface Passage {
  readonly section: 'title' | 'preface' | number;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
}

/** The passages that findings point at; findings on cells or on a source file have none. */
export function passagesOf(findings: readonly Finding[]): readonly Passage[] {
  return findings.flatMap(({ place, severity }) =>
    place?.kind === 'text'
      ? [{ section: place.section, block: place.block, start: place.start, end: place.end, severity }]
      : [],
  );
}

/** A piece of text, marked or plain. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly severity: Severity | null;
}

/**
 * Cuts `text`, which begins at `offset` of its block, at the edges of the passages. Where passages overlap, the one that
 * begins first keeps the ground.
 */
export function cutText(text: string, offset: number, passages: readonly Passage[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const push = (end: number, severity: Severity | null) => {
    if (end > at) pieces.push({ start: at, text: text.slice(at, end), severity });
    at = Math.max(at, end);
  };
  for (const passage of [...passages].sort((a, b) => a.start - b.start)) {
    const start = Math.min(passage.start - offset, text.length);
    push(start, null);
    push(Math.min(passage.end - offset, text.length), passage.severity);
  }
  push(text.length, null);
  return pieces;
}
