const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const hexadecimal = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Characters that XML 1.0 cannot hold, or that a parser would not give back as they were. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/** Text for XML as it stands: attributes and formulas. What XML cannot hold is left out. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unwritable, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

/**
 * Text for a cell. Workbooks write a character that XML cannot hold as `_x0001_`, and therefore the underscore of a text
 * that looks like such a mark as `_x005F_` (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
 */
export function xmlCellText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(unwritable, (character) => `_x${hexadecimal(character)}_`)
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** JSON for XML: what XML cannot hold is escaped as JSON does, so that what is parsed is the same. */
export function xmlJson(json: string): string {
  return xmlText(json.replaceAll(/[\ufffe\uffff]/g, (character) => `\\u${hexadecimal(character).toLowerCase()}`));
}

/** What a cell of a workbook can hold is 32,767 characters; a longer text goes on in the next cell. */
const longestCell = 32_000;

/** Divides a text into parts that cells can hold, never within a character. */
export function cellParts(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  while (text.length - from > longestCell) {
    const last = text.charCodeAt(from + longestCell - 1);
    const end = from + longestCell - (last >= 0xd800 && last <= 0xdbff ? 1 : 0);
    parts.push(text.slice(from, end));
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}
