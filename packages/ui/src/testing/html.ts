import type { DefaultTreeAdapterTypes } from 'parse5';
import { defaultTreeAdapter as adapter, parse, parseFragment } from 'parse5';

/** An element of rendered HTML, as a test asks about it. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlElement[];
  /** All text within, with white space run together. */
  readonly text: string;
}

export interface ParsedHtml {
  /** Every element in document order. */
  readonly elements: readonly HtmlElement[];
  /** Codes of what the standard's parser objected to. */
  readonly errors: readonly string[];
}

type Node = DefaultTreeAdapterTypes.Node;

function textOf(node: Node): string {
  if (adapter.isTextNode(node)) return node.value;
  if (!('childNodes' in node)) return '';
  return node.childNodes.map(textOf).join('');
}

function elementsOf(node: Node): readonly HtmlElement[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.filter(adapter.isElementNode).map((element) => ({
    name: element.tagName,
    attributes: new Map(element.attrs.map(({ name, value }) => [name, value])),
    children: elementsOf(element),
    get text() {
      return textOf(element).replaceAll(/\s+/g, ' ').trim();
    },
  }));
}

const within = (element: HtmlElement): readonly HtmlElement[] => [element, ...element.children.flatMap(within)];

/** Parses rendered HTML, a whole document or a fragment, as a browser would. */
export function parseHtml(html: string): ParsedHtml {
  const errors: string[] = [];
  const onParseError = ({ code }: { readonly code: string }) => errors.push(code);
  const root = html.startsWith('<!DOCTYPE') ? parse(html, { onParseError }) : parseFragment(html, { onParseError });
  return { elements: elementsOf(root).flatMap(within), errors };
}

/** The elements with a name and, where given, an attribute of a value. */
export function findAll({ elements }: ParsedHtml, name: string, attribute?: readonly [name: string, value: string]) {
  return elements.filter(
    (element) =>
      element.name === name && (attribute === undefined || element.attributes.get(attribute[0]) === attribute[1]),
  );
}

/** What a browser or a screen reader would stumble over: ids given twice, references to ids that are not there. */
export function brokenIds({ elements }: ParsedHtml): readonly string[] {
  const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice: ${id}`);
  const known = new Set(ids);
  const references = elements.flatMap(({ attributes }) =>
    ['headers', 'aria-labelledby', 'aria-describedby', 'for'].flatMap((name) => attributes.get(name)?.split(' ') ?? []),
  );
  return [...twice, ...new Set(references.filter((id) => !known.has(id)).map((id) => `missing: ${id}`))];
}
