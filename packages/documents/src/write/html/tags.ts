import { markupText } from '../markup-text.ts';

/** Text as content, its line breaks kept. */
export const htmlLines = (text: string): string => markupText(text).replace(/\r\n|\r|\n/g, '<br>');

export type Attributes = Readonly<Record<string, string | number | true | null>>;

/** The opening tag of an element; attributes that are null are left out. */
export function openTag(name: string, attributes: Attributes = {}): string {
  const written = Object.entries(attributes).map(([attribute, value]) => {
    if (value === null) return '';
    return value === true ? ` ${attribute}` : ` ${attribute}="${markupText(String(value))}"`;
  });
  return `<${name}${written.join('')}>`;
}

export const element = (name: string, attributes: Attributes, content: string): string =>
  `${openTag(name, attributes)}${content}</${name}>`;
