import type { SourcePart } from '@nianbao/core';
import type { PartStart } from './source.ts';

/** Where in a file something stands, as a person would look it up. */
export interface SourceOf {
  readonly part: SourcePart | null;
  readonly line: number;
  readonly column: number;
}

/** Turns a running line into a line of its page or sheet. */
export function locate(parts: readonly PartStart[], line: number, column: number): SourceOf {
  const start = parts.findLast(({ from }) => from <= line);
  return start === undefined ? { part: null, line, column } : { part: start.part, line: line - start.from + 1, column };
}
