/** Controls and lone halves of pairs, which a page cannot hold. */
const illegal = /[^\t\n\r\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const special = /[&<>"]/g;
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text for the content of an element or for an attribute in double quotes. */
export function htmlText(text: string): string {
  return text.replace(illegal, '').replace(special, (character) => references[character] ?? '');
}

/** Text as content, its line breaks kept. */
export const htmlLines = (text: string): string => htmlText(text).replace(/\r\n|\r|\n/g, '<br>');

export type Attributes = Readonly<Record<string, string | number | true | null>>;

/** The opening tag of an element; attributes that are null are left out. */
export function openTag(name: string, attributes: Attributes = {}): string {
  const written = Object.entries(attributes).map(([attribute, value]) => {
    if (value === null) return '';
    return value === true ? ` ${attribute}` : ` ${attribute}="${htmlText(String(value))}"`;
  });
  return `<${name}${written.join('')}>`;
}

export const element = (name: string, attributes: Attributes, content: string): string =>
  `${openTag(name, attributes)}${content}</${name}>`;
