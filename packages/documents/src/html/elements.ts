import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;

const neverShown = new Set(
  'script style noscript template select button iframe svg object nav aside dialog textarea datalist audio video canvas'.split(
    ' ',
  ),
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

/**
 * Classes of what is hidden, told to screen readers only, or drawn on the screen beside the document: those of common
 * style sheets and those of this project's own public site (last year's figures, translations, tools).
 */
const unseenClass =
  /(?:^|\s)(?:hidden|hide|d-none|layui-hide|sr-only|(?:nb-)?visually-hidden|screen-reader-text|nb-screen-only|nb-prior|nb-gloss|nb-legend)(?:\s|$)/;
const unseenRole = new Set(['navigation', 'contentinfo', 'complementary', 'banner', 'search', 'menu', 'dialog']);

function isUnseenBy(name: string, value: string): boolean {
  switch (name) {
    case 'style':
      return value.includes('none') && /display\s*:\s*none/i.test(value);
    case 'class':
      return unseenClass.test(value);
    case 'role':
      return unseenRole.has(value);
    default:
      return name === 'hidden';
  }
}

/** Whether an element is no part of the text that a reader of the page sees: by what it is, or because it is hidden. */
export function isUnseen(element: Element): boolean {
  if (neverShown.has(element.tagName)) return true;
  for (const { name, value } of element.attrs) if (isUnseenBy(name, value)) return true;
  return false;
}

/** Whether an element says of itself that it holds what the page is about. */
export const isMainPart = (element: Element): boolean =>
  element.tagName === 'article' || element.tagName === 'main' || attribute(element, 'role') === 'main';

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
