/** What XML or HTML cannot hold even as references: controls, lone halves of pairs, code points that are no characters. */
const illegal = /[^\t\n\r\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fdcf}\u{fdf0}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const special = /[&<>"]/g;
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text for the content of an element or for an attribute in double quotes; what markup cannot hold is left out. */
export function markupText(text: string): string {
  return text.replace(illegal, '').replace(special, (character) => references[character] ?? '');
}
