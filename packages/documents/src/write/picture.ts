/** A picture that a report carries, with its size in pixels. */
export interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Picture, 'width' | 'height'>;

const dataUri = /^data:(image\/(?:png|jpeg));base64,([A-Za-z0-9+/]+={0,2})$/;

function pngSize(bytes: Uint8Array): Size | null {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 24 || signature.some((byte, at) => bytes[at] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Start-of-frame markers, which hold the size; C4, C8 and CC are markers of other things. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(bytes: Uint8Array): Size | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 <= bytes.length && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (isFrame(view.getUint8(at + 1))) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}

/** The picture that a data: address holds; null for an address elsewhere, which documents never call up, and for others. */
export function pictureOf(source: string): Picture | null {
  const match = dataUri.exec(source);
  if (match === null) return null;
  const bytes = new Uint8Array(Buffer.from(match[2] ?? '', 'base64'));
  const mediaType = match[1] === 'image/png' ? 'image/png' : 'image/jpeg';
  const size = mediaType === 'image/png' ? pngSize(bytes) : jpegSize(bytes);
  return size === null || size.width === 0 || size.height === 0 ? null : { mediaType, bytes, ...size };
}
