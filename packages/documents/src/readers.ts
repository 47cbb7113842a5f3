import { decodeText } from './bytes/decode-text.ts';
import type { FileKind } from './bytes/file-kind.ts';
import { kindBySignature, kindOfText, looksBinary } from './bytes/file-kind.ts';
import { canBuildTree, textWithoutTags } from './html/guard.ts';
import { readHtml } from './html/read-html.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { ReadErrorCode } from './read-result.ts';
import type { Source } from './source/source.ts';
import { readText } from './text/read-text.ts';

/** A file as it came, with the name that it had. */
export interface GivenFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** What a reader makes of a file: its lines and tables, a report in its own data form, or the reason why not. */
export type Opened =
  | {
      readonly kind: 'source';
      readonly source: Source;
      readonly guessedEncoding: string | null;
      /** True where the text was recognised from pictures, so that figures may be misread. */
      readonly recognised?: boolean;
    }
  | { readonly kind: 'data'; readonly text: string }
  | { readonly kind: 'refused'; readonly code: ReadErrorCode };

export type Reader = (file: GivenFile) => Opened | Promise<Opened>;

export const opened = (source: Source): Opened => ({ kind: 'source', source, guessedEncoding: null });
export const refused = (code: ReadErrorCode): Opened => ({ kind: 'refused', code });

function openHtml(html: string): Source {
  return canBuildTree(html) ? readHtml(html) : readText(textWithoutTags(html));
}

/** Files without a signature: pages, plain text and data. */
function openText({ bytes, fileName }: GivenFile): Opened {
  const { text, encoding, guessed } = decodeText(bytes);
  if (looksBinary(text)) return refused('KIND_UNKNOWN');
  if (text.trim() === '') return refused('EMPTY');
  const kind = kindOfText(text, fileName);
  if (kind === 'json') return { kind: 'data', text };
  const source = kind === 'html' ? openHtml(text) : readText(text);
  return { kind: 'source', source, guessedEncoding: guessed ? encoding : null };
}

/** One reader for each kind of file that its first bytes tell; a new kind is one row here. */
const readers: Readonly<Record<FileKind, Reader>> = {
  empty: () => refused('EMPTY'),
  image: () => refused('KIND_IMAGE'),
  pdf: readPdf,
  zip: () => refused('KIND_OFFICE'),
  oldOffice: () => refused('KIND_OFFICE'),
  rtf: () => refused('KIND_OFFICE'),
  text: openText,
};

/** Opens a file by what its content says it is; its name only helps where the content leaves it open. */
export async function openFile(file: GivenFile): Promise<Opened> {
  return readers[kindBySignature(file.bytes)](file);
}
