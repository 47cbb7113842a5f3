import type { Finding, TextPlace } from '@nianbao/core';
import type { BlockSource } from './interpret/blocks.ts';
import type { ReadReport } from './read-result.ts';
import type { SourceOf } from './source/locate.ts';
import { locate } from './source/locate.ts';

type RunningPlace = Omit<SourceOf, 'part'>;

function inBlock(source: BlockSource, start: number): RunningPlace {
  let from = { at: 0, line: source.line, column: source.column };
  for (const next of source.breaks) if (next.at <= start) from = next;
  return { line: from.line, column: from.column + (start - from.at) };
}

function ofText(read: ReadReport, place: TextPlace): RunningPlace | null {
  const { blockLines } = read;
  if (place.section === 'title') return { line: blockLines.title, column: 1 };
  const section = place.section === 'preface' ? null : blockLines.sections[place.section];
  const blocks = section === null ? blockLines.preface : (section?.blocks ?? []);
  const block = blocks[place.block];
  if (block !== undefined) return inBlock(block, place.start);
  return section === null || section === undefined ? null : { line: section.heading, column: 1 };
}

/** Where in the file a finding is to be looked for: the passage, or the first of its cells that has a figure there, else the first that is blank there. */
export function sourceOfFinding(read: ReadReport, finding: Finding): SourceOf | null {
  const { place } = finding;
  if (place?.kind === 'source') return { part: place.part, line: place.line, column: place.column };
  if (place?.kind === 'text') {
    const running = ofText(read, place);
    return running === null ? null : locate(read.parts, running.line, running.column);
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
