import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;

const neverShown = new Set(
  'script style noscript template select button iframe svg object nav textarea datalist audio video canvas'.split(' '),
);
const blocks = new Set(
  (
    'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main ol p pre section table tbody td tfoot th thead tr ul caption legend'
  ).split(' '),
);
const none: readonly Node[] = [];

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is TextNode => node.nodeName === '#text';
export const isBlock = (element: Element): boolean => blocks.has(element.tagName);
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : none);

export function attribute(element: Element, name: string): string | null {
  for (const item of element.attrs) if (item.name === name) return item.value;
  return null;
}

/** Whether a reader of the page sees none of an element: by what it is, or because it is hidden. */
export function isUnseen(element: Element): boolean {
  if (neverShown.has(element.tagName)) return true;
  for (const { name, value } of element.attrs) {
    if (name === 'hidden' || (name === 'style' && value.includes('none') && /display\s*:\s*none/i.test(value)))
      return true;
  }
  return false;
}

/** The one text that an element holds, however deep, or null where it holds more than that or less. Most cells do. */
export function soleText(element: Element): TextNode | null {
  let node: Node = element;
  while (isElement(node)) {
    const [child, second]: readonly Node[] = node.childNodes;
    if (child === undefined || second !== undefined || (isElement(child) && isUnseen(child))) return null;
    node = child;
  }
  return isText(node) ? node : null;
}

/**
 * Visits what is below a node without recursion, so that depth cannot exhaust the stack. `enter` tells whether to go
 * below; `leave` is called for each node that was gone below, and for the root.
 */
export function visit(root: Node, enter: (node: Node) => boolean, leave: (node: Node) => void): void {
  const path: Node[] = [root];
  const next: number[] = [0];
  for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
    const at = next.pop() ?? 0;
    const child = childrenOf(node)[at];
    if (child === undefined) {
      leave(node);
      path.pop();
      continue;
    }
    next.push(at + 1);
    if (enter(child)) {
      path.push(child);
      next.push(0);
    }
  }
}
