import type { Archive } from '../archive/archive.ts';
import { relationshipsOf } from '../archive/relationships.ts';
import type { SeenPart } from '../source/seen.ts';
import { seenText } from '../source/seen.ts';
import { childOf, readTree, textOf } from '../xml/tree.ts';

const dublinCore = '{http://purl.org/dc/elements/1.1/}';

/** Title and author among the properties of an office document, as programs show them. */
export function seenProperties(archive: Archive): SeenPart[] {
  const target = relationshipsOf(archive, '').find(({ type }) => type === 'core-properties')?.target;
  const bytes = target === undefined ? null : archive.part(target);
  if (bytes === null) return [];
  const root = readTree(bytes);
  const property = (name: string): string | null => {
    const element = childOf(root, `${dublinCore}${name}`);
    return element === null ? null : textOf(element);
  };
  return [...seenText('title', property('title')), ...seenText('author', property('creator'))];
}
