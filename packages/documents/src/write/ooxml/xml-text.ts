/** Characters that XML cannot hold even as references: controls, lone halves of pairs, two that are no characters. */
const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const special = /[&<>"]/g;
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text for the content of an element or for an attribute in double quotes; what XML cannot hold is left out. */
export function xmlText(text: string): string {
  return text.replace(illegal, '').replace(special, (character) => references[character] ?? '');
}

/** Opens every part of a package. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
