import { strFromU8, unzipSync } from 'fflate';
import type { XmlElement } from './xml-tree.ts';
import { childNamed, elementsNamed, parseXml } from './xml-tree.ts';

/** A DOCX taken apart: the XML of its parts by path, and the bytes of the others. */
export interface OpenedDocx {
  readonly xml: ReadonlyMap<string, XmlElement>;
  readonly paths: readonly string[];
}

export function openDocx(bytes: Uint8Array): OpenedDocx {
  const parts = Object.entries(unzipSync(bytes));
  const isXml = (path: string) => /\.(?:xml|rels)$/.test(path);
  const xml = parts.flatMap(([path, part]): [string, XmlElement][] =>
    isXml(path) ? [[path, parseXml(strFromU8(part))]] : [],
  );
  return { xml: new Map(xml), paths: parts.map(([path]) => path) };
}

export function partOf({ xml }: OpenedDocx, path: string): XmlElement {
  const part = xml.get(path);
  if (part === undefined) throw new Error(`no part ${path}`);
  return part;
}

/** The text of an element; breaks and tabs as the characters that they stand for. */
export function textOf(element: XmlElement): string {
  if (element.name === 'w:t') return element.text;
  if (element.name === 'w:br') return '\n';
  if (element.name === 'w:tab') return '\t';
  return element.children.map(textOf).join('');
}

/** What stands in the body, one after the other. */
export function bodyOf(docx: OpenedDocx): readonly XmlElement[] {
  return childNamed(partOf(docx, 'word/document.xml'), 'w:body')?.children ?? [];
}

export const styleOf = (paragraph: XmlElement): string =>
  childNamed(childNamed(paragraph, 'w:pPr'), 'w:pStyle')?.attributes['w:val'] ?? '';

const hidden = new Set(['AfterTable']);

/** The paragraphs of the body by style, without those that only keep tables apart. */
export function paragraphsOf(docx: OpenedDocx): readonly { readonly style: string; readonly text: string }[] {
  return bodyOf(docx)
    .filter(({ name }) => name === 'w:p')
    .map((paragraph) => ({ style: styleOf(paragraph), text: textOf(paragraph) }))
    .filter(({ style }) => !hidden.has(style));
}

/** A cell with the columns of the grid that it takes; a cell merged into the one above it says so. */
export interface DocxCell {
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly merged: boolean;
}

function cellsOf(row: XmlElement): DocxCell[] {
  let column = 0;
  return elementsNamed(row, 'w:tc').map((cell) => {
    const properties = childNamed(cell, 'w:tcPr');
    const columnSpan = Number(childNamed(properties, 'w:gridSpan')?.attributes['w:val'] ?? 1);
    const merge = childNamed(properties, 'w:vMerge');
    const placed = {
      text: textOf(cell),
      column,
      columnSpan,
      merged: merge !== undefined && !('w:val' in merge.attributes),
    };
    column += columnSpan;
    return placed;
  });
}

/** A table of the body as rows of cells. */
export const rowsOf = (table: XmlElement): readonly (readonly DocxCell[])[] =>
  elementsNamed(table, 'w:tr').map(cellsOf);

/** Parts without a type of content, and relations whose part is missing or stands outside. */
export function looseParts({ xml, paths }: OpenedDocx): string[] {
  const types = xml.get('[Content_Types].xml');
  const typed = new Set(
    (types?.children ?? []).map(({ attributes }) => attributes['PartName'] ?? attributes['Extension']),
  );
  const untyped = paths.filter((path) => !typed.has(`/${path}`) && !typed.has(path.split('.').at(-1)));
  const related = paths
    .filter((path) => path.endsWith('.rels'))
    .flatMap((path) =>
      (xml.get(path)?.children ?? []).map(({ attributes }) => {
        const folder = path.replace(/_rels\/[^/]+$/, '');
        return `${attributes['TargetMode'] ?? ''}${new URL(attributes['Target'] ?? '', `file:///${folder}`).pathname.slice(1)}`;
      }),
    );
  return [...untyped, ...related.filter((path) => !paths.includes(path))];
}
