import type { Finding } from '@nianbao/core';
import { readingFinding } from './findings/reading-finding.ts';
import type { Interpretation } from './interpret/interpret.ts';
import { interpret } from './interpret/interpret.ts';
import { readJson } from './json/read-json.ts';
import type { ReadFigure, ReadResult } from './read-result.ts';
import { readFailure } from './read-result.ts';
import type { GivenFile } from './readers.ts';
import { openFile } from './readers.ts';
import { locate } from './source/locate.ts';
import type { PartStart } from './source/source.ts';

const largest = 32 * 1024 * 1024;

/** Gives the places of what was read as a person looks them up: by page or sheet where the file has any. */
function located({ figures, findings, pairs }: Interpretation, parts: readonly PartStart[]) {
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

/**
 * Reads a published report from the bytes of a file. What the file is, is told by its content; the name only helps where
 * the content leaves it open. Never throws for what a file may hold: a file that is no report comes back as an error that
 * says why.
 */
export async function readReport(bytes: Uint8Array, options: Pick<GivenFile, 'fileName'>): Promise<ReadResult> {
  if (bytes.length > largest) return readFailure('TOO_LARGE');
  const file = await openFile({ bytes, fileName: options.fileName });
  switch (file.kind) {
    case 'refused':
      return readFailure(file.code);
    case 'data':
      return readJson(file.text);
    case 'source': {
      const { parts } = file.source;
      const { isReport, ...read } = interpret(file.source);
      if (!isReport) return readFailure('NOT_A_REPORT');
      const { figures, findings, pairs } = located({ isReport, ...read }, parts);
      const guessed =
        file.guessedEncoding === null
          ? []
          : [
              readingFinding(
                'READ-ENCODING-GUESSED',
                { line: 1, column: 1, text: '' },
                { actual: file.guessedEncoding },
              ),
            ];
      return { ok: true, ...read, parts, figures, pairs, findings: [...guessed, ...findings] };
    }
  }
}
