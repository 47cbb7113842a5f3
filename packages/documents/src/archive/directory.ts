/** One part of an archive, as the archive's own list describes it. Sizes and places are claims until they are used. */
export interface ArchiveEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; documents use no other. */
  readonly method: number;
  readonly packedBytes: number;
  /** Where the part's own head begins. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const longestComment = 0xffff;
const large = 0xffffffff;

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - endBytes;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return -1;
}

const fixedBytes = 46;

/** A record of the list: where it and its fields of changing length begin and end. */
interface DirectoryRecord {
  readonly at: number;
  readonly nameEnd: number;
  readonly extraEnd: number;
  readonly end: number;
}

function recordAt(view: DataView, at: number): DirectoryRecord {
  const nameEnd = at + fixedBytes + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  return { at, nameEnd, extraEnd, end: extraEnd + view.getUint16(at + 32, true) };
}

/** The fields with those that are full replaced by their values from the extra field of Zip64, in the same order. */
function withExtra(extra: DataView, fields: readonly number[]): readonly number[] {
  for (let from = 0; from + 4 <= extra.byteLength; from += 4 + extra.getUint16(from + 2, true)) {
    if (extra.getUint16(from, true) !== 1) continue;
    let next = from + 4;
    return fields.map((value) => {
      if (value !== large || next + 8 > extra.byteLength) return value;
      next += 8;
      return Number(extra.getBigUint64(next - 8, true));
    });
  }
  return fields;
}

/**
 * Packed size and place of a part. Programs of the Zip64 kind write them into an extra field, though they would fit where
 * they belong: there they follow the size, each only where its own field is full.
 */
function placeOf(view: DataView, { at, nameEnd, extraEnd }: DirectoryRecord): { packedBytes: number; offset: number } {
  const fields = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  const extra = new DataView(view.buffer, view.byteOffset + nameEnd, extraEnd - nameEnd);
  const [, packedBytes = 0, offset = 0] = fields.includes(large) ? withExtra(extra, fields) : fields;
  return { packedBytes, offset };
}

/**
 * The list of an archive's parts, or null where the archive is broken. Names are keys and nothing else: no file is ever
 * opened or written by them, so that one that leads out of a folder leads nowhere. `most` ends the reading of the list.
 */
export function readDirectory(bytes: Uint8Array, most: number): ArchiveEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) return null;
  const decoder = new TextDecoder();
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + fixedBytes <= end && view.getUint32(at, true) === entrySignature && entries.length <= most) {
    const record = recordAt(view, at);
    if (record.extraEnd > end) return null;
    entries.push({
      name: decoder.decode(bytes.subarray(at + fixedBytes, record.nameEnd)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      ...placeOf(view, record),
    });
    at = record.end;
  }
  return entries.length === 0 ? null : entries;
}

/** The packed bytes of a part, or null where they are not where the list says. */
export function packedBytesOf(bytes: Uint8Array, { offset, packedBytes }: ArchiveEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!Number.isSafeInteger(offset) || offset + 30 > bytes.length) return null;
  if (view.getUint32(offset, true) !== localSignature) return null;
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return from + packedBytes <= bytes.length ? bytes.subarray(from, from + packedBytes) : null;
}
