import type { Finding, TextPlace } from '@nianbao/core';
import type { BlockSource } from './interpret/blocks.ts';
import type { ReadReport } from './read-result.ts';
import type { SourceOf } from './source/locate.ts';
import { locate } from './source/locate.ts';
import type { PartStart } from './source/source.ts';

interface RunningPlace {
  readonly line: number;
  readonly column: number;
  /** How many characters of the line, or of the cell, come before. */
  readonly characters: number;
}

function inBlock(source: BlockSource, start: number): RunningPlace {
  let from = { at: 0, line: source.line, column: source.column };
  for (const next of source.breaks) if (next.at <= start) from = next;
  return { line: from.line, column: from.column, characters: start - from.at };
}

/** In a sheet the column is that of the cell, elsewhere it counts the characters of the line. */
function located(parts: readonly PartStart[], { line, column, characters }: RunningPlace): SourceOf {
  const place = locate(parts, line, column);
  return place.part?.kind === 'sheet' ? place : { ...place, column: column + characters };
}

function ofText(read: ReadReport, place: TextPlace): RunningPlace | null {
  const { blockLines } = read;
  if (place.section === 'title') return { line: blockLines.title, column: 1, characters: 0 };
  const section = place.section === 'preface' ? null : blockLines.sections[place.section];
  const blocks = section === null ? blockLines.preface : (section?.blocks ?? []);
  const block = blocks[place.block];
  if (block !== undefined) return inBlock(block, place.start);
  return section === null || section === undefined ? null : { line: section.heading, column: 1, characters: 0 };
}

/** Where in the file a finding is to be looked for: the passage, or the first of its cells that has a figure there, else the first that is blank there. */
export function sourceOfFinding(read: ReadReport, finding: Finding): SourceOf | null {
  const { place } = finding;
  if (place?.kind === 'source') return { part: place.part, line: place.line, column: place.column };
  if (place?.kind === 'text') {
    const running = ofText(read, place);
    return running === null ? null : located(read.parts, running);
  }
  for (const cell of finding.cells) {
    const figure = read.figures.get(cell);
    if (figure !== undefined) return { part: figure.part, line: figure.line, column: figure.column };
  }
  for (const cell of finding.cells) {
    const blank = read.blanks.get(cell);
    if (blank !== undefined) return locate(read.parts, blank.line, blank.column);
  }
  return null;
}
