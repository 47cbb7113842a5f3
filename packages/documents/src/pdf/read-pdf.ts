import { readingFinding } from '../findings/reading-finding.ts';
import type { ReadErrorCode } from '../read-result.ts';
import type { GivenFile, Opened } from '../readers.ts';
import type { Seen, SeenPart } from '../source/seen.ts';
import { edgeLines, seenBody, seenText } from '../source/seen.ts';
import type { Source } from '../source/source.ts';
import { isPageNumber } from '../text/page-numbers.ts';
import { isStrange } from './drawn-text.ts';
import { makeSource } from './make-source.ts';
import { furnitureOf, textOfLine } from './page-furniture.ts';
import { layOut } from './page-layout.ts';
import type { PageMarks } from './page-marks.ts';
import { mainTurn, turnPage } from './page-marks.ts';
import type { PdfTrouble } from './pdf-session.ts';
import { PdfSession, PdfTroubleError } from './pdf-session.ts';
import { holdsTooMuch } from './stream-sizes.ts';
import type { TextLine } from './text-lines.ts';
import { linesOf } from './text-lines.ts';

const codeOf: Readonly<Record<PdfTrouble, ReadErrorCode>> = {
  password: 'PDF_PASSWORD',
  broken: 'PDF_BROKEN',
  tooLong: 'PDF_TOO_LONG',
  tooMuch: 'PDF_TOO_MUCH',
};

const refuse = (code: ReadErrorCode): Opened => ({ kind: 'refused', code });

/** Fewer characters on a page than this are a stamp or a page number, and no text. */
const fewestOnPage = 12;
/** A text in which more than this share is of scripts that no report is written in was not decoded. */
const mostStrange = 0.15;

/**
 * Text that is not seen counts where a page has next to no other: character recognition lays it over the picture of a
 * page. Beside text that is seen it is left out, since nobody who reads the page knows of it.
 */
function withRecognised(page: PageMarks): PageMarks {
  return page.glyphs.length * 10 < page.unseen.length ? { ...page, glyphs: page.unseen } : page;
}

const upright = (page: PageMarks): PageMarks => turnPage(page, mainTurn(page.glyphs));

function shareOfStrange(pages: readonly PageMarks[]): number {
  let strange = 0;
  let all = 0;
  for (const { text } of pages.flatMap((page) => page.glyphs)) {
    all += 1;
    if (isStrange(text)) strange += 1;
  }
  return all === 0 ? 0 : strange / all;
}

/** What is drawn on pages and is no line of the report. */
interface BesideText {
  /** What stands at the edges of pages again and again. */
  readonly furniture: readonly TextLine[];
  /** Text that runs in another direction than the page, such as a stamp, page by page. */
  readonly turned: readonly string[];
}

/** All that a person sees in a PDF: its pages, what is drawn beside the text, its title and author. */
async function seenInPdf(session: PdfSession, source: Source, { furniture, turned }: BesideText): Promise<Seen> {
  const { title, author } = await session.properties();
  const running = furniture.map(textOfLine).filter((text) => /\p{L}/u.test(text) && !isPageNumber(text));
  const beside = [...running, ...turned.filter((text) => text.trim() !== '')];
  const edges: SeenPart = { where: { kind: 'edge', name: '' }, lines: edgeLines(beside) };
  const properties = [...seenText('title', title), ...seenText('author', author)];
  return { format: 'pdf', parts: [seenBody(source), edges, ...properties] };
}

async function readPages(session: PdfSession): Promise<Opened> {
  const drawn: PageMarks[] = [];
  for (let number = 1; number <= session.pageCount; number += 1) drawn.push(await session.page(number));
  const carried = await session.carried();
  const seen = drawn.reduce((sum, page) => sum + page.glyphs.length, 0);
  const marks = drawn.map(withRecognised).map(upright);
  const characters = marks.reduce((sum, page) => sum + page.glyphs.length, 0);
  if (characters < fewestOnPage * marks.length) return refuse('PDF_SCAN');
  if (shareOfStrange(marks) > mostStrange) return refuse('PDF_ILLEGIBLE');
  const pages = marks.map((page) => ({ ...page, lines: linesOf(page.glyphs.filter((glyph) => glyph.turn === 0)) }));
  const furniture = furnitureOf(pages);
  const layouts = pages.map((page) => {
    const gone = new Set(page.lines.flatMap((line) => (furniture.has(line) ? line.glyphs : [])));
    const kept = gone.size === 0 ? page : { ...page, glyphs: page.glyphs.filter((glyph) => !gone.has(glyph)) };
    return layOut(kept, page.lines);
  });
  const source = makeSource(layouts);
  // Text that was recognised from pictures may have misread figures.
  const recognised = characters > 2 * seen;
  const findings = recognised ? [readingFinding('READ-RECOGNISED', { line: 1, column: 1, text: '' })] : [];
  if (carried === null) return { kind: 'source', source, findings };
  const turned = marks.map(({ glyphs }) => glyphs.flatMap(({ text, turn }) => (turn === 0 ? [] : [text])).join(''));
  const all = await seenInPdf(session, source, { furniture: [...furniture], turned });
  return { kind: 'source', source: { ...source, carried, seen: all }, findings };
}

/** Reads a PDF that has its text in it; says of any other why not and what to give instead. */
export async function readPdf({ bytes }: GivenFile): Promise<Opened> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (holdsTooMuch(file)) return refuse('PDF_TOO_MUCH');
  try {
    return await PdfSession.use(bytes, readPages);
  } catch (error) {
    return refuse(codeOf[error instanceof PdfTroubleError ? error.trouble : 'broken']);
  }
}
