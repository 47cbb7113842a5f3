import type { Archive } from '../archive/archive.ts';
import type { Relationship } from '../archive/relationships.ts';
import { seenProperties } from '../office/properties.ts';
import type { Seen, SeenPart } from '../source/seen.ts';
import { edgeLines, seenBody } from '../source/seen.ts';
import type { SourceItem } from '../source/source.ts';
import { isPageNumber } from '../text/page-numbers.ts';
import type { XmlElement } from '../xml/tree.ts';
import { elementsOf } from '../xml/tree.ts';
import { emptyInline, gatherInline } from './inline.ts';

/** The text of each paragraph, those in tables and boxes included. */
function paragraphsIn(element: XmlElement): string[] {
  return elementsOf(element).flatMap((child): string[] => {
    if (child.name !== 'w:p') return paragraphsIn(child);
    const inline = emptyInline();
    gatherInline(child, inline);
    return [inline.text.trim(), ...inline.boxes.flatMap(paragraphsIn)];
  });
}

/** What of a document tells how it is seen. */
export interface SeenDocumentParts {
  readonly archive: Archive;
  readonly items: readonly SourceItem[];
  readonly relationships: readonly Relationship[];
  /** The tree of a part, by its name; null where it is missing. */
  readonly tree: (name: string) => XmlElement | null;
}

/** All that a person sees in a document of Word: its body, the edges of its pages, its title and author. */
export function seenInDocument({ archive, items, relationships, tree }: SeenDocumentParts): Seen {
  const isEdge = (type: string) => type === 'header' || type === 'footer';
  const edges = relationships.flatMap(({ type, target }) => (isEdge(type) ? (tree(target) ?? []) : []));
  const texts = edges.flatMap(paragraphsIn).filter((text) => text !== '' && !isPageNumber(text));
  const parts: SeenPart[] = [
    seenBody({ items, parts: [] }),
    { where: { kind: 'edge', name: '' }, lines: edgeLines(texts) },
    ...seenProperties(archive),
  ];
  return { format: 'docx', parts };
}
