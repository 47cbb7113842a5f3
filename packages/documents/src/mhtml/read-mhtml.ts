import iconv from 'iconv-lite';
import { decodeText } from '../bytes/decode-text.ts';

/** A page saved as one file (MHTML, RFC 2557), as its first HTML part. */
export interface SavedPage {
  readonly html: string;
  /** The encoding where neither the part nor its page names one. */
  readonly guessedEncoding: string | null;
}

const mostParts = 2000;
const deepest = 3;
const longestHead = 20_000;

interface MimePart {
  /** Names in small letters; a name that comes twice counts as it came first. */
  readonly headers: ReadonlyMap<string, string>;
  /** The body, one character for each byte. */
  readonly body: string;
}

function partOf(raw: string): MimePart {
  const gap = /\r?\n[ \t]*\r?\n/.exec(raw.slice(0, longestHead));
  const head = gap === null ? raw.slice(0, longestHead) : raw.slice(0, gap.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: gap === null ? '' : raw.slice(gap.index + gap[0].length) };
}

/** A parameter of a header, such as the boundary of `multipart/related; boundary="…"`. */
function parameter(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^\\s;]{1,200}))`, 'i').exec(header);
  return match?.[1] ?? match?.[2] ?? null;
}

/** The parts between the lines that a boundary marks. */
function partsBetween(body: string, boundary: string): string[] {
  const mark = `--${boundary}`;
  const parts: string[] = [];
  let at = body.indexOf(mark);
  while (at >= 0 && parts.length < mostParts) {
    const from = body.indexOf('\n', at + mark.length);
    if (body.startsWith('--', at + mark.length) || from < 0) break;
    const to = body.indexOf(`\n${mark}`, from);
    parts.push(body.slice(from + 1, to < 0 ? undefined : to));
    at = to < 0 ? -1 : to + 1;
  }
  return parts;
}

const quotedPrintable = (text: string): string =>
  text
    .replace(/=[ \t]{0,20}\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function bytesOf({ headers, body }: MimePart): Buffer {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return Buffer.from(quotedPrintable(body), 'latin1');
    default:
      return Buffer.from(body, 'latin1');
  }
}

function decoded(part: MimePart): SavedPage {
  const bytes = bytesOf(part);
  const { text, encoding, guessed } = decodeText(bytes);
  const charset = parameter(part.headers.get('content-type') ?? '', 'charset');
  if (guessed && charset !== null && iconv.encodingExists(charset)) {
    return { html: iconv.decode(bytes, charset), guessedEncoding: null };
  }
  return { html: text, guessedEncoding: guessed ? encoding : null };
}

function firstPage(part: MimePart, depth: number): SavedPage | null {
  const type = part.headers.get('content-type') ?? 'text/plain';
  if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return decoded(part);
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : null;
  if (boundary === null || depth >= deepest) return null;
  for (const raw of partsBetween(part.body, boundary)) {
    const found = firstPage(partOf(raw), depth + 1);
    if (found !== null) return found;
  }
  return null;
}

const firstHeader = /^\s*[A-Za-z][\w-]{1,40}:/;

/** Whether a file begins as pages do that browsers and Word save as one file. */
export function looksLikeMhtml(text: string): boolean {
  const head = text.slice(0, 4000);
  return firstHeader.test(head) && /^MIME-Version:/im.test(head) && /^Content-Type:\s*multipart\//im.test(head);
}

/** Takes the page out of a saved file; null where there is none. What it shows from elsewhere is never fetched. */
export function readMhtml(bytes: Uint8Array): SavedPage | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return firstPage(partOf(raw.trimStart()), 0);
}
