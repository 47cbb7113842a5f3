import { attributeOf } from '../xml/read-xml.ts';
import { elementsOf, readTree } from '../xml/tree.ts';
import type { Archive } from './archive.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of the relationship's type, such as `styles`; transitional and strict documents share it. */
  readonly type: string;
  /** The name of the part that is meant. */
  readonly target: string;
}

function resolve(folder: string, target: string): string {
  const path: string[] = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/**
 * What a part of a document refers to inside the archive; `part` is '' for the document as a whole. What lies outside
 * (linked pictures, templates, addresses) is left out: nothing is ever fetched.
 */
export function relationshipsOf(archive: Archive, part: string): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const bytes = archive.part(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (bytes === null) return [];
  return elementsOf(readTree(bytes)).flatMap((element): Relationship[] => {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attributeOf(element, name));
    if (id === null || id === undefined || !target || attributeOf(element, 'TargetMode') === 'External') return [];
    return [{ id, type: type?.slice(type.lastIndexOf('/') + 1) ?? '', target: resolve(folder, target) }];
  });
}

/** The part that holds the document itself. */
export function mainPartOf(archive: Archive, usual: string): string {
  const named = relationshipsOf(archive, '').find(({ type }) => type === 'officeDocument');
  return named !== undefined && archive.has(named.target) ? named.target : usual;
}
