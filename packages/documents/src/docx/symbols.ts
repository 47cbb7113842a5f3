/** Signs of the symbol fonts that occur in reports, by their place in the font. */
const signs: Readonly<Record<number, string>> = {
  82: '☑',
  108: '●',
  110: '■',
  111: '□',
  113: '□',
  117: '◆',
  159: '•',
  163: '□',
  167: '▪',
  168: '□',
  183: '•',
  216: '➢',
  252: '√',
  254: '☑',
};

/** The character that a sign set in a symbol font looks like; `code` is its place in hexadecimal. */
export function symbolOf(code: string): string {
  if (!/^[0-9a-f]{1,4}$/i.test(code)) return '';
  const value = Number.parseInt(code, 16);
  // Fonts of signs are set in the private area, 0xF000 above the places of the font.
  if (value >= 0xf000 && value <= 0xf0ff) return signs[value - 0xf000] ?? '□';
  if (value >= 0xd800 && value <= 0xdfff) return '';
  return signs[value] ?? String.fromCharCode(value);
}
