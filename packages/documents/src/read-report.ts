import { decodeText } from './bytes/decode-text.ts';
import { kindBySignature, kindOfText, looksBinary } from './bytes/file-kind.ts';
import { readingFinding } from './findings/reading-finding.ts';
import { canBuildTree, textWithoutTags } from './html/guard.ts';
import { readHtml } from './html/read-html.ts';
import { interpret } from './interpret/interpret.ts';
import { readJson } from './json/read-json.ts';
import type { ReadErrorCode, ReadResult } from './read-result.ts';
import { readFailure } from './read-result.ts';
import { readText } from './text/read-text.ts';

const largest = 32 * 1024 * 1024;

const refusals: Readonly<Record<string, ReadErrorCode>> = {
  empty: 'EMPTY',
  pdf: 'KIND_PDF',
  zip: 'KIND_OFFICE',
  oldOffice: 'KIND_OFFICE',
  rtf: 'KIND_OFFICE',
  image: 'KIND_IMAGE',
};

/**
 * Reads a published report from the bytes of a file: an HTML page in any encoding that Chinese sites use, plain text in
 * any layout, or a report as JSON. What the file is, is told by its content; the name only helps where the content
 * leaves it open. Never throws for what a file may hold: a file that is no report comes back as an error that says why.
 */
export function readReport(bytes: Uint8Array, options: { readonly fileName: string }): ReadResult {
  if (bytes.length > largest) return readFailure('TOO_LARGE');
  const refused = refusals[kindBySignature(bytes) ?? ''];
  if (refused !== undefined) return readFailure(refused);
  const decoded = decodeText(bytes);
  if (looksBinary(decoded.text)) return readFailure('KIND_UNKNOWN');
  if (decoded.text.trim() === '') return readFailure('EMPTY');
  const kind = kindOfText(decoded.text, options.fileName);
  if (kind === 'json') return readJson(decoded.text);
  const html = kind === 'html';
  const source =
    html && canBuildTree(decoded.text)
      ? readHtml(decoded.text)
      : readText(html ? textWithoutTags(decoded.text) : decoded.text);
  const { isReport, ...read } = interpret(source);
  if (!isReport) return readFailure('NOT_A_REPORT');
  const guessed = decoded.guessed
    ? [readingFinding('READ-ENCODING-GUESSED', { line: 1, column: 1, text: '' }, { actual: decoded.encoding })]
    : [];
  return { ok: true, ...read, findings: [...guessed, ...read.findings] };
}
