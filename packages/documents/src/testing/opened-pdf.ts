import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page; its place in points from the lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of the tagged structure with all its text, such as `H1`, `P`, `Table`, `TR`, `TH`, `TD`. */
export interface TaggedPart {
  readonly role: string;
  readonly alt: string | null;
  readonly text: string;
  readonly parts: readonly TaggedPart[];
}

export interface FontInside {
  readonly name: string;
  readonly embedded: boolean;
}

/** What a reader finds in a PDF: its pages, structure, bookmarks, attachments and what it says of itself. */
export interface OpenedPdf {
  readonly pages: readonly (readonly PlacedText[])[];
  readonly structure: readonly TaggedPart[];
  readonly bookmarks: readonly string[];
  readonly attachments: ReadonlyMap<string, string>;
  readonly language: string | null;
  readonly title: string | null;
  readonly author: string | null;
  /** Part and conformance of PDF/A that the file claims, such as “3A”. */
  readonly archiveLevel: string;
}

type StructureNode = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;
type StructureChild = StructureNode['children'][number];

const isPart = (child: StructureChild): child is StructureNode => 'children' in child;

async function textById(page: PDFPageProxy): Promise<ReadonlyMap<string, string>> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const open: string[] = [];
  const texts = new Map<string, string>();
  for (const item of content.items) {
    if ('str' in item) {
      const id = open.findLast((marked) => marked !== '');
      if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? '');
  }
  return texts;
}

function tagged(node: StructureNode, texts: ReadonlyMap<string, string>): TaggedPart {
  const children = node.children.map((child) =>
    isPart(child) ? tagged(child, texts) : { text: texts.get(child.id) ?? '' },
  );
  const alt: unknown = Reflect.get(node, 'alt');
  return {
    role: node.role,
    alt: typeof alt === 'string' ? alt : null,
    text: children.map(({ text }) => text).join(''),
    parts: children.filter((child) => 'parts' in child),
  };
}

async function structureOf(page: PDFPageProxy): Promise<TaggedPart> {
  return tagged(await page.getStructTree(), await textById(page));
}

async function placedTexts(page: PDFPageProxy): Promise<PlacedText[]> {
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [x, y] = item.transform.slice(4).map(Number);
    return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, height: item.height }];
  });
}

/** The fonts that a page draws with. */
async function fontsOf(page: PDFPageProxy): Promise<FontInside[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const ids = fnArray.flatMap((operator, at): unknown[] => (operator === OPS.setFont ? [argsArray[at][0]] : []));
  return [...new Set(ids)].map((id) => {
    const font: unknown = page.commonObjs.get(String(id));
    const said = (name: string): unknown =>
      typeof font === 'object' && font !== null ? Reflect.get(font, name) : null;
    return { name: String(said('name')), embedded: said('missingFile') === false };
  });
}

type Bookmark = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

function bookmarkTitles(items: readonly Bookmark[]): string[] {
  return items.flatMap(({ title, items: inner }) => [title, ...bookmarkTitles(inner)]);
}

async function attachmentsOf(document: PDFDocumentProxy): Promise<ReadonlyMap<string, string>> {
  const attached = [...((await document.getAttachments()) ?? [])];
  return new Map(
    await Promise.all(
      attached.map(async ([id, { filename }]) => {
        const content = await document.getAttachmentContent(id);
        return [filename, new TextDecoder().decode(content)] as const;
      }),
    ),
  );
}

async function describe(document: PDFDocumentProxy) {
  const { info, metadata } = await document.getMetadata();
  const said = (name: string): string | null => {
    const value: unknown = Reflect.get(info, name);
    return typeof value === 'string' ? value : null;
  };
  const xmp = (name: string): string => String(metadata?.get(name) ?? '');
  return {
    language: said('Language'),
    title: said('Title'),
    author: said('Author'),
    archiveLevel: `${xmp('pdfaid:part')}${xmp('pdfaid:conformance')}`,
  };
}

async function opening<T>(bytes: Uint8Array, use: (document: PDFDocumentProxy, pages: PDFPageProxy[]) => Promise<T>) {
  const data = Uint8Array.from(bytes);
  const task = getDocument({ data, verbosity: 0, useSystemFonts: false, fontExtraProperties: true });
  const document = await task.promise;
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
  const used = await use(document, pages);
  await task.destroy();
  return used;
}

/** Opens a PDF as a reader does, for tests. */
export function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  return opening(bytes, async (document, pages) => ({
    pages: await Promise.all(pages.map(placedTexts)),
    structure: await Promise.all(pages.map(structureOf)),
    bookmarks: bookmarkTitles((await document.getOutline()) ?? []),
    attachments: await attachmentsOf(document),
    ...(await describe(document)),
  }));
}

/** The fonts that the pages of a PDF draw with. */
export function fontsInside(bytes: Uint8Array): Promise<readonly FontInside[]> {
  return opening(bytes, async (_, pages) => (await Promise.all(pages.map(fontsOf))).flat());
}
