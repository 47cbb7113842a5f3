export { readingKindById, readingKinds } from './findings/reading-kinds.ts';
export type { ReadingId, ReadingKind } from './findings/reading-kinds.ts';
export type { BlockSource } from './interpret/blocks.ts';
export type { ReadFigure } from './interpret/figures.ts';
export type { BlockLines } from './interpret/interpret.ts';
export type { LocalRow } from './interpret/local-rows.ts';
export { readReport } from './read-report.ts';
export { readErrors } from './read-result.ts';
export type { ReadError, ReadErrorCode, ReadReport, ReadResult } from './read-result.ts';
