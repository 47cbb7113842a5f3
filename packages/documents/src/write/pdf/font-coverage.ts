const lastCodePoint = 0x10ffff;
const wordOf = (codePoint: number): number => codePoint >>> 5;
const bitOf = (codePoint: number): number => 1 << (codePoint & 31);

/** The characters that a font has a glyph for, one bit for each code point. */
export class FontCoverage {
  private readonly bits = new Uint32Array(wordOf(lastCodePoint) + 1);

  add(first: number, last: number): void {
    for (let codePoint = first; codePoint <= Math.min(last, lastCodePoint); codePoint += 1) {
      const word = wordOf(codePoint);
      this.bits[word] = (this.bits[word] ?? 0) | bitOf(codePoint);
    }
  }

  has(codePoint: number): boolean {
    return ((this.bits[wordOf(codePoint)] ?? 0) & bitOf(codePoint)) !== 0;
  }
}

function tableOffset(font: DataView, tag: string): number | null {
  for (let at = 12; at < 12 + 16 * font.getUint16(4); at += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(at + byte)));
    if (name === tag) return font.getUint32(at + 8);
  }
  return null;
}

/** Places of the character maps that hold every plane of Unicode (format 12). */
function wholeMaps(font: DataView, cmap: number): number[] {
  const maps = Array.from({ length: font.getUint16(cmap + 2) }, (_, at) => cmap + font.getUint32(cmap + 8 + 8 * at));
  return maps.filter((map) => font.getUint16(map) === 12);
}

/** Reads which characters a TrueType or OpenType font can show (table `cmap`, format 12) into `coverage`. */
export function addCoverage(coverage: FontCoverage, bytes: Uint8Array): void {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cmap = tableOffset(font, 'cmap');
  for (const map of cmap === null ? [] : wholeMaps(font, cmap)) {
    for (let group = 0; group < font.getUint32(map + 12); group += 1) {
      const at = map + 16 + 12 * group;
      coverage.add(font.getUint32(at), font.getUint32(at + 4));
    }
  }
}
