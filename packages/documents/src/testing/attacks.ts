import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CarriedReport } from '../carried/carried-report.ts';
import { carriedText } from '../carried/carried-report.ts';
import { carriers } from '../carried/carriers.ts';
import { editions } from '../write/editions.ts';
import { hasBearableSize, pdfSheet } from '../write/pdf/pdf-sheet.ts';
import { Printer } from '../write/pdf/printable-text.ts';
import { typesetter } from '../write/pdf/typesetter.ts';

/** A file in which one digit or word that a person sees is another one, and where that is. */
export interface Attacked {
  readonly bytes: Uint8Array;
  /** The digit or word that stands there now. */
  readonly now: string;
  /** The part of the file: a part of an archive, an element of a page, a member of what a PDF is set from. */
  readonly part: string;
  /** The cell of a sheet, such as B5; '' elsewhere. */
  readonly cell: string;
}

/** Alters the character that `pick` chooses among all that are seen; null where the file shows none. */
export type Attack = (carried: CarriedReport, bytes: Uint8Array, pick: number) => Promise<Attacked | null>;

interface Place {
  readonly part: string;
  readonly at: number;
  readonly cell: string;
}

const changeable = /&[^;]*;|[0-9A-Za-z\u4e00-\u9fa5]/g;

function otherThan(character: string): string {
  if (/\d/.test(character)) return String(character === '9' ? 8 : Number(character) + 1);
  const [one, other] = /[A-Za-z]/.test(character) ? ['Q', 'Z'] : ['改', '换'];
  return character === one ? other : one;
}

/** The places of characters in a text that may be altered; numbers of more digits than a spreadsheet shows are left. */
function placesIn(text: string, from: number, about: Omit<Place, 'at'>): Place[] {
  if (/^-?\d{16,}$/.test(text)) return [];
  return [...text.matchAll(changeable)].flatMap(({ 0: found, index }) =>
    found.length === 1 ? [{ ...about, at: from + index }] : [],
  );
}

interface Altered {
  readonly text: string;
  readonly now: string;
}

function alter(text: string, at: number): Altered {
  const now = otherThan(text[at] ?? '');
  return { text: text.slice(0, at) + now + text.slice(at + 1), now };
}

/** How to find what is seen in a part of an archive: the text between tags of these names. */
const seenTags: readonly (readonly [part: RegExp, tags: RegExp])[] = [
  [/^xl\/worksheets\/sheet\d+\.xml$/, /<(?:t|v|oddFooter)(?: [^>]*)?>([^<]+)</g],
  [/^xl\/comments\d+\.xml$/, /<t(?: [^>]*)?>([^<]+)</g],
  [/^word\/(?:document|header|footer\w*)\.xml$/, /<w:t(?: [^>]*)?>([^<]+)</g],
  [/^docProps\/core\.xml$/, /<dc:(?:title|creator)>([^<]+)</g],
];

const reference = /<c(?:omment)? r(?:ef)?="([A-Z]+\d+)"/g;

function placesInPart(part: string, xml: string): Place[] {
  const tags = seenTags.find(([name]) => name.test(part))?.[1];
  if (tags === undefined) return [];
  const cells = [...xml.matchAll(reference)];
  return [...xml.matchAll(tags)].flatMap(({ 0: all, 1: text = '', index }) => {
    const from = index + all.length - 1 - text.length;
    const isEdge = all.startsWith('<oddFooter');
    // Codes of page numbers and sizes, and numbers of pages, which programs fill in.
    if ((isEdge && text.includes('&')) || (part.startsWith('word/footer') && /^\d+$/.test(text))) return [];
    const cell = cells.findLast((one) => one.index < from)?.[1] ?? '';
    return placesIn(text, from, { part, cell: part.startsWith('xl/') ? cell : '' });
  });
}

const chosen = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % items.length];

/** Alters a part of an office document; the sheet that carries the report is not seen. */
const inArchive: Attack = async (_, bytes, pick) => {
  const parts = unzipSync(bytes);
  const texts = Object.entries(parts).map(([name, part]) => [name, strFromU8(part)] as const);
  const seen = texts.filter(([, text]) => !text.includes('{&quot;digest&quot;') && !text.includes('{"digest"'));
  // First a part, then a place in it, so that small parts have their turn.
  const part = chosen(
    seen.map(([name, text]) => placesInPart(name, text)).filter(({ length }) => length > 0),
    pick,
  );
  const place = part === undefined ? undefined : chosen(part, Math.floor(pick / 31));
  const text = texts.find(([name]) => name === place?.part)?.[1];
  if (place === undefined || text === undefined) return null;
  const altered = alter(text, place.at);
  return { ...place, now: altered.now, bytes: zipSync({ ...parts, [place.part]: strToU8(altered.text) }) };
};

const inPage: Attack = async (_, bytes, pick) => {
  const page = strFromU8(bytes);
  const style = [page.indexOf('<style>'), page.indexOf('</style>')] as const;
  const footer = page.lastIndexOf('<footer');
  const title = page.indexOf('</title>');
  const places = [...page.matchAll(/>([^<>]+)(?=<)/g)].flatMap(({ 1: text = '', index }) => {
    if (index >= style[0] && index < style[1]) return [];
    const part = index < title ? 'title' : index > footer ? 'footer' : 'article';
    return placesIn(text, index + 1, { part, cell: '' });
  });
  const place = chosen(places, pick);
  if (place === undefined) return null;
  const { text, now } = alter(page, place.at);
  return { ...place, now, bytes: strToU8(text) };
};

const unseenMembers = new Set(['kind', 'align', 'file', 'alt', 'attachment', 'date']);

function leavesOf(value: unknown, path: string): string[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    unseenMembers.has(name) ? [] : leavesOf(inner, `${path}/${name}`),
  );
}

/** Sets the same PDF anew from other words, with the report attached as it was. */
const inPdf: Attack = async (carried, _, pick) => {
  const setter = await typesetter();
  if (setter === null) throw new Error('no typesetter');
  const { sheet, pictures } = pdfSheet(carried, new Printer(setter.coverage), hasBearableSize);
  const path = chosen(leavesOf(sheet, ''), pick);
  if (path === undefined) return null;
  let now: string | null = null;
  const rewrite = (value: unknown, at: string): unknown => {
    if (typeof value === 'string' && at === path) {
      const place = chosen(placesIn(value, 0, { part: path, cell: '' }), Math.floor(pick / 31));
      if (place === undefined) return value;
      const altered = alter(value, place.at);
      now = altered.now;
      return altered.text;
    }
    if (Array.isArray(value)) return value.map((item: unknown, index) => rewrite(item, `${at}/${index}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]: [string, unknown]) => [name, rewrite(inner, `${at}/${name}`)]),
    );
  };
  const json = JSON.stringify(rewrite(sheet, ''));
  const set = setter.set(
    new Map([
      [carriers.pdfAttachment, strToU8(carriedText(carried, editions.pdf))],
      ['report.json', strToU8(json)],
      ...[...pictures].map(([name, { bytes }]) => [name, bytes] as const),
    ]),
  );
  return set.ok && now !== null ? { bytes: set.bytes, now, part: path, cell: '' } : null;
};

/** How to alter each kind of document that shows a report to people. */
export const attacks = { docx: inArchive, xlsx: inArchive, html: inPage, pdf: inPdf } as const;
