import type { Seen, SeenPart } from '../source/seen.ts';
import { seenText } from '../source/seen.ts';
import type { ShownLine } from '../source/shown-lines.ts';
import type { Element, Node } from './elements.ts';
import { attribute, isBlock, isElement, isText, visit } from './elements.ts';
import type { PositionedTree } from './positioned-tree.ts';
import { TextBuffer } from './text-buffer.ts';

const neverDrawn = new Set(['script', 'style', 'noscript', 'template', 'head']);

const isDrawn = (element: Element): boolean =>
  !neverDrawn.has(element.tagName) &&
  attribute(element, 'hidden') === null &&
  !/display\s*:\s*none/i.test(attribute(element, 'style') ?? '');

const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes(name);

/** All lines of text in an element as a browser shows it, whatever a reader of reports would pass over. */
function drawnLines(root: Element, tree: PositionedTree): ShownLine[] {
  const lines: ShownLine[] = [];
  let buffer = new TextBuffer(tree);
  const end = () => {
    const { text, position } = buffer;
    if (position !== null) lines.push({ part: null, line: position.line, cells: [{ text, ...position }] });
    buffer = new TextBuffer(tree);
  };
  const edge = (node: Node) => {
    if (isElement(node) && (isBlock(node) || node.tagName === 'br')) end();
  };
  visit(
    root,
    (node) => {
      if (isText(node)) buffer.add(node);
      if (!isElement(node) || !isDrawn(node)) return false;
      edge(node);
      return true;
    },
    edge,
  );
  end();
  return lines;
}

/** The element of this kind that a written page has once; null where it has none. */
function ownElement(tree: PositionedTree, isOwn: (element: Element) => boolean): Element | null {
  let found: Element | null = null;
  visit(
    tree.document,
    (node) => {
      if (found === null && isElement(node) && isOwn(node)) found = node;
      return found === null;
    },
    () => undefined,
  );
  return found;
}

/**
 * All that a person sees of a written report in a page. Its article may stand in a page of another site: what is around
 * it counts where the page as a whole is as it was written.
 */
export function seenInPage(tree: PositionedTree): Seen {
  const article = ownElement(tree, (one) => one.tagName === 'article' && hasClass(one, 'nianbao'));
  const version = ownElement(tree, (one) => one.tagName === 'footer' && hasClass(one, 'version'));
  const title = version === null ? null : ownElement(tree, ({ tagName }) => tagName === 'title');
  const [text] = title?.childNodes ?? [];
  const parts: SeenPart[] = [
    ...(article === null ? [] : [{ where: { kind: 'body' as const }, lines: drawnLines(article, tree) }]),
    ...(version === null ? [] : [{ where: { kind: 'edge' as const, name: '' }, lines: drawnLines(version, tree) }]),
    ...seenText('title', text !== undefined && isText(text) ? text.value : null),
  ];
  return { format: 'html', parts };
}
