import type { CellKey, Finding, Severity } from '@nianbao/core';
import type { ReadingId } from './reading-kinds.ts';
import { readingKindById } from './reading-kinds.ts';

/** Where in the file something stands, and what stands there. */
export interface SourceSpot {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export interface ReadingFacts {
  readonly severity?: Severity;
  readonly cells?: readonly CellKey[];
  readonly expected?: number | string;
  readonly actual?: number | string;
  readonly values?: Finding['values'];
}

/** A finding about reading, at a place in the source; null where the whole file is meant. */
export function readingFinding(id: ReadingId, spot: SourceSpot | null, facts: ReadingFacts = {}): Finding {
  return {
    rule: id,
    instance: null,
    severity: facts.severity ?? readingKindById.get(id)?.severity ?? 'warning',
    cells: facts.cells ?? [],
    expected: facts.expected ?? null,
    actual: facts.actual ?? null,
    difference: null,
    place:
      spot === null
        ? null
        : { kind: 'source', part: null, line: spot.line, column: spot.column, quote: spot.text.slice(0, 120) },
    values: facts.values ?? {},
    repair: null,
  };
}
