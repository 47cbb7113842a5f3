import { DocumentRefused } from '../office/document-refused.ts';
import type { XmlTag } from './read-xml.ts';
import { attributeOf, readXml } from './read-xml.ts';

/** An element with what is in it, text and elements in their order. */
export interface XmlElement extends XmlTag {
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

/** A report of a hundred pages has some ten thousand elements that are kept. */
const mostElements = 600_000;

/**
 * Builds the tree of a part. Elements named in `without` are left out with all that is in them, which keeps what only
 * says how a document looks out of memory. Throws DocumentRefused as `readXml` does.
 */
export function readTree(bytes: Uint8Array, without: ReadonlySet<string> = new Set()): XmlElement {
  const top: OpenElement = { name: '', attributes: {}, children: [] };
  const path: OpenElement[] = [top];
  let skipped = 0;
  let kept = 0;
  readXml(bytes, {
    open({ name, attributes }) {
      if (skipped > 0 || without.has(name)) {
        skipped += 1;
        return;
      }
      kept += 1;
      if (kept > mostElements) throw new DocumentRefused('TOO_COMPLEX');
      const element: OpenElement = { name, attributes, children: [] };
      path.at(-1)?.children.push(element);
      path.push(element);
    },
    close() {
      if (skipped > 0) skipped -= 1;
      else path.pop();
    },
    text(text) {
      if (skipped === 0) path.at(-1)?.children.push(text);
    },
  });
  const root = top.children.find((node) => typeof node !== 'string');
  if (root === undefined) throw new DocumentRefused('BROKEN');
  return root;
}

export const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((node): node is XmlElement => typeof node !== 'string');

export const childOf = (element: XmlElement | null, name: string): XmlElement | null =>
  element === null ? null : (elementsOf(element).find((child) => child.name === name) ?? null);

/** `w:val` of a child element, by which most properties are told; null where the child or its value is missing. */
export function settingOf(element: XmlElement | null, name: string): string | null {
  const child = childOf(element, name);
  return child === null ? null : attributeOf(child, 'val');
}

/** Whether a property is switched on: its element is there and does not say that it is off. */
export function isOn(element: XmlElement | null, name: string): boolean {
  const child = childOf(element, name);
  return child !== null && !['0', 'false', 'off'].includes(attributeOf(child, 'val') ?? '1');
}

/** The first element of this name at any depth, in document order; null where there is none. */
export function findDeep(element: XmlElement, name: string): XmlElement | null {
  for (const child of elementsOf(element)) {
    const found = child.name === name ? child : findDeep(child, name);
    if (found !== null) return found;
  }
  return null;
}

/** All text in an element, in order. */
export function textOf(element: XmlElement): string {
  return element.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}
