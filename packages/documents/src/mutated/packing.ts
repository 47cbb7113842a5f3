import { deflateSync, inflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { quotedPrintable, savedPage } from '../testing/saved-page.ts';

/** The parts of a file by name, as its reader comes to see them. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** How a kind of file holds its parts: a change of a part that is packed again comes through to the reader. */
export interface Packing {
  unpack(bytes: Uint8Array): Parts;
  /** Makes the file of its parts; `whole` is the file that they were taken from, if any. */
  pack(parts: Parts, whole?: Uint8Array): Uint8Array;
}

/** Archives: DOCX, XLSX and others. */
export const zipPacking: Packing = {
  unpack: (bytes) => new Map(Object.entries(unzipSync(bytes))),
  pack: (parts) => zipSync(Object.fromEntries(parts), { level: 1 }),
};

/** Pages saved as one file: the page itself is the part. */
export const savedPacking: Packing = {
  unpack(bytes) {
    const text = Buffer.from(bytes).toString('latin1');
    const body = /\r\n\r\n([\s\S]*?)\r\n------/.exec(text.slice(text.indexOf('text/html"; charset')))?.[1] ?? '';
    return new Map([['page', Buffer.from(body, 'base64')]]);
  },
  pack: (parts) =>
    Buffer.from(
      savedPage(
        [...parts].map(([name, part]) =>
          name === 'page'
            ? { type: 'text/html"; charset=utf-8', encoding: 'base64', body: Buffer.from(part).toString('base64') }
            : { type: `image/png; name="${name}"`, encoding: 'quoted-printable', body: quotedPrintable(part) },
        ),
      ),
      'latin1',
    ),
};

/** Texts and numbers in JSON, by their places, so that what is changed in them is still JSON. */
function leavesOf(value: unknown, path: string): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}/${key}`));
}

function withLeaves(value: unknown, path: string, leaves: Parts): unknown {
  if (typeof value !== 'object' || value === null) {
    const text = new TextDecoder().decode(leaves.get(path));
    return typeof value === 'string' || Number.isNaN(Number(text)) ? text : Number(text);
  }
  const inner = Object.entries(value).map(([key, each]) => [key, withLeaves(each, `${path}/${key}`, leaves)]);
  return Array.isArray(value) ? inner.map(([, each]) => each) : Object.fromEntries(inner);
}

/** Reports as data: each text and number in them is a part. */
export const jsonPacking: Packing = {
  unpack(bytes) {
    const text = new TextDecoder().decode(bytes);
    const leaves = leavesOf(JSON.parse(text), '');
    return new Map(leaves.map(([path, leaf]) => [path, new TextEncoder().encode(leaf)]));
  },
  pack(parts, whole) {
    const data: unknown = JSON.parse(new TextDecoder().decode(whole));
    return new TextEncoder().encode(JSON.stringify(withLeaves(data, '', parts)));
  },
};

const object = /(?:^|[\r\n])(\d+) (\d+) obj\b/g;
const streamStart = /\bstream\r?\n/;
const flate = /\/Filter\s*\/FlateDecode/;

function inflated(packed: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(packed);
  } catch {
    return null;
  }
}

/**
 * PDFs with a table of their objects: the dictionary or value of each object is a part, and its stream, inflated,
 * another. What stands before the first object and after the last are two more.
 */
export const pdfPacking: Packing = {
  unpack(bytes) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const text = file.toString('latin1');
    const parts = new Map<string, Uint8Array>();
    const trailer = /trailer\s*([\s\S]*?)startxref/.exec(text.slice(text.lastIndexOf('trailer')))?.[1] ?? '';
    parts.set('trailer', Buffer.from(trailer, 'latin1'));
    object.lastIndex = 0;
    for (let found = object.exec(text); found !== null; found = object.exec(text)) {
      const [whole, number = ''] = found;
      const from = found.index + whole.length;
      const end = text.indexOf('endobj', from);
      const stream = streamStart.exec(text.slice(from, end));
      const head = text.slice(from, stream === null ? end : from + stream.index);
      parts.set(`${number} object`, Buffer.from(head, 'latin1'));
      if (stream === null) continue;
      const start = from + stream.index + stream[0].length;
      const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(head)?.[1] ?? text.indexOf('endstream', start) - start);
      const packed = file.subarray(start, start + length);
      parts.set(`${number} stream`, (flate.test(head) ? inflated(packed) : packed) ?? packed);
      object.lastIndex = start + length;
    }
    return parts;
  },
  pack(parts) {
    const chunks: Uint8Array[] = [Buffer.from('%PDF-1.7\n')];
    let length = chunks[0]?.length ?? 0;
    const push = (chunk: Uint8Array | string) => {
      const given = typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk;
      chunks.push(given);
      length += given.length;
    };
    const offsets = new Map<number, number>();
    for (const [name, part] of parts) {
      const [number = '', what] = name.split(' ');
      if (what !== 'object') continue;
      const head = Buffer.from(part).toString('latin1');
      const stream = parts.get(`${number} stream`);
      offsets.set(Number(number), length);
      const packed = stream !== undefined && flate.test(head) ? deflateSync(stream, { level: 1 }) : stream;
      push(`${number} 0 obj\n`);
      push(packed === undefined ? head : head.replace(/\/Length \d+(?: \d+ R)?/, `/Length ${packed.length}`));
      if (packed !== undefined) {
        push('\nstream\n');
        push(packed);
        push('\nendstream');
      }
      push('\nendobj\n');
    }
    const start = length;
    const size = Math.max(0, ...offsets.keys()) + 1;
    const rows = Array.from({ length: size }, (_, number) => {
      const offset = offsets.get(number);
      return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
    });
    push(`xref\n0 ${size}\n${rows.join('')}trailer\n`);
    push(parts.get('trailer') ?? '');
    push(`\nstartxref\n${start}\n%%EOF\n`);
    return Buffer.concat(chunks);
  },
};
