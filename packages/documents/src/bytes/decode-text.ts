import iconv from 'iconv-lite';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
  /** False where the file names its encoding or is valid UTF-8; true where another one had to be supposed. */
  readonly guessed: boolean;
}

const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)/i;
const chinese: Readonly<Record<string, 'gb18030' | 'big5'>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
};

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Decodes the text of a file: by its byte order mark, as UTF-8 where the bytes are valid UTF-8, by the encoding that the
 * page declares, else as GB18030, which old Chinese pages use without saying so. A declared UTF-8 page with a few broken
 * bytes stays UTF-8: the broken places become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', guessed: false };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be', guessed: false };
  }
  const valid = utf8(bytes);
  if (valid !== null) return { text: valid, encoding: 'utf-8', guessed: false };
  const head = iconv.decode(Buffer.from(bytes.subarray(0, 4096)), 'latin1');
  const match = declared.exec(head);
  const name = (match?.[1] ?? match?.[2] ?? '').toLowerCase();
  const named = chinese[name];
  const asUtf8 = new TextDecoder('utf-8').decode(bytes);
  if (named === undefined && fewReplacements(asUtf8, name === 'utf-8' || name === 'utf8' ? 50 : 500)) {
    return { text: asUtf8, encoding: 'utf-8', guessed: name === '' };
  }
  const encoding = named ?? 'gb18030';
  return { text: iconv.decode(Buffer.from(bytes), encoding), encoding, guessed: named === undefined };
}

/** True where at most one character in `per` was lost, so that the supposed encoding is the right one. */
function fewReplacements(text: string, per: number): boolean {
  return (text.match(/\ufffd/g)?.length ?? 0) * per <= text.length;
}
