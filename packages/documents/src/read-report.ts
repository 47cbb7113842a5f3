import { isDeepStrictEqual } from 'node:util';
import type { Finding, Report } from '@nianbao/core';
import { copyFindings, copyStateOf } from './carried/copy-state.ts';
import type { BlockLines, Interpretation } from './interpret/interpret.ts';
import { interpret } from './interpret/interpret.ts';
import { readJson } from './json/read-json.ts';
import type { ReadFigure, ReadResult } from './read-result.ts';
import { readFailure } from './read-result.ts';
import type { GivenFile, Opened } from './readers.ts';
import { openFile } from './readers.ts';
import { locate } from './source/locate.ts';
import { shownLines } from './source/shown-lines.ts';
import type { PartStart } from './source/source.ts';

/** No annual report is larger, in bytes. */
export const largestFile = 32 * 1024 * 1024;

/** Gives the places of what was read as a person looks them up: by page or sheet where the file has any. */
function located(
  { figures, findings, pairs }: Pick<Interpretation, 'figures' | 'findings' | 'pairs'>,
  parts: readonly PartStart[],
) {
  if (parts.length === 0) return { figures, findings, pairs: pairs.map((pair) => ({ ...pair, part: null })) };
  const found = [...figures].map(([key, figure]): [string, ReadFigure] => [
    key,
    { ...figure, ...locate(parts, figure.line, figure.column) },
  ]);
  const placed = findings.map((finding): Finding => {
    const { place } = finding;
    if (place?.kind !== 'source') return finding;
    return { ...finding, place: { ...place, ...locate(parts, place.line, place.column) } };
  });
  const located = pairs.map((pair) => ({ ...pair, ...locate(parts, pair.line, pair.column) }));
  return { figures: new Map(found), findings: placed, pairs: located };
}

/** The lines of the blocks hold for the carried report too where it has the same blocks. */
function linesFor(report: Report, shown: Report, blockLines: BlockLines): BlockLines {
  const counts = ({ preface, sections }: Report) => [preface.length, ...sections.map(({ blocks }) => blocks.length)];
  return isDeepStrictEqual(counts(report), counts(shown)) ? blockLines : { title: 1, preface: [], sections: [] };
}

export interface ReadOptions extends Pick<GivenFile, 'fileName'> {
  /** True to have the lines of the file with the result, for people who look up what was read. */
  readonly showLines?: boolean;
}

async function readSource(
  { source, findings: opening }: Extract<Opened, { kind: 'source' }>,
  bytes: Uint8Array,
  { showLines = false }: ReadOptions,
): Promise<ReadResult> {
  const { isReport, ...shown } = interpret(source);
  if (!isReport) return readFailure('NOT_A_REPORT');
  const { parts } = source;
  const lines = showLines ? shownLines(source) : [];
  const { figures, findings, pairs } = located({ ...shown, findings: [...opening, ...shown.findings] }, parts);
  const copy = await copyStateOf(
    source.carried,
    { report: shown.report, figures },
    source.seen === null ? null : { bytes, seen: source.seen },
  );
  if (copy.kind === 'unaltered') {
    const { report } = copy.carried;
    const blockLines = linesFor(report, shown.report, shown.blockLines);
    return { ok: true, ...shown, report, figures, pairs, findings: [], blockLines, parts, lines, copy, missing: [] };
  }
  return {
    ok: true,
    ...shown,
    parts,
    lines,
    figures,
    pairs,
    copy,
    findings: [...copyFindings(copy), ...findings],
  };
}

/**
 * Reads a published report from the bytes of a file. What the file is, is told by its content; the name only helps where
 * the content leaves it open. A document that shows just the report that it carries gives back that report, without loss;
 * one that was changed since is read as it shows itself. Never throws for what a file may hold: a file that is no report
 * comes back as an error that says why.
 */
export async function readReport(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
  if (bytes.length > largestFile) return readFailure('TOO_LARGE');
  const file = await openFile({ bytes, fileName: options.fileName });
  switch (file.kind) {
    case 'refused':
      return readFailure(file.code);
    case 'data':
      return readJson(file.text);
    case 'report':
      return file.read;
    case 'source':
      return await readSource(file, bytes, options);
  }
}
