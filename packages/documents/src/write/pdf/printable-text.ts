import { missingCharacter } from '../../carried/stand-ins.ts';
import { widthOf } from '../../pdf/text-width.ts';
import type { FontCoverage } from './font-coverage.ts';

/** What stands in the place of a character that the fonts cannot show. */

/** Marks that are not seen by their nature: joiners, variation selectors, marks of direction, soft hyphens. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const space = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]/gu;

/** Lines of pieces: a line may also break between two pieces. */
export type PrintedText = readonly (readonly string[])[];

/** Characters between which no line breaks by itself: all but spaces and the characters of Chinese. */
const unbroken = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;

/** An address breaks after its signs, and any run of letters and figures after so many of them. */
const partsOfAddress = /[^/?&=._\-@,;:%+]{1,8}[/?&=._\-@,;:%+]{0,8}|[/?&=._\-@,;:%+]{1,8}/gu;
const characters = /\P{M}\p{M}*|\p{M}+/gu;
/** The room under which parts of an address are too long themselves, as a multiple of the size of the type. */
const narrow = 16;

/** Parts a line in runs that have no room on a line of their own. */
function piecesOf(line: string, room: number): string[] {
  const pieces: string[] = [];
  let open = '';
  let from = 0;
  for (const { 0: run, index } of line.matchAll(unbroken)) {
    if (widthOf(run) < room - 1) continue;
    const [first = '', ...rest] = run.match(room < narrow ? characters : partsOfAddress) ?? [run];
    pieces.push(open + line.slice(from, index), first, ...rest.slice(0, -1));
    open = rest.at(-1) ?? '';
    from = index + run.length;
  }
  const last = open + line.slice(from);
  return last === '' && pieces.length > 0 ? pieces : [...pieces, last];
}

/** Room on a line of the text beyond which a run without a place to break is parted. */
const lineRoom = 16;

/** Makes the words of a report printable, and remembers which characters the fonts lack. */
export class Printer {
  private readonly lacking = new Set<string>();
  private readonly coverage: FontCoverage;

  constructor(coverage: FontCoverage) {
    this.coverage = coverage;
  }

  /** The characters that were replaced so far, in the order in which they came. */
  get missing(): readonly string[] {
    return [...this.lacking];
  }

  /** One line of text without breaks, for names and bookmarks. */
  line(text: string): string {
    return this.shown(text.toWellFormed().normalize('NFC').split(lineBreak).join(' ')).trim();
  }

  /** A text for lines that have so much room, as a multiple of the size of their type. */
  text(text: string, room: number = lineRoom): PrintedText {
    const lines = text.toWellFormed().normalize('NFC').trim().split(lineBreak);
    return lines.map((line) => piecesOf(this.shown(line).trim(), room));
  }

  private shown(text: string): string {
    const plain = text.replaceAll(unseen, '').replaceAll(space, ' ');
    let shown = '';
    for (const character of plain) {
      if (this.coverage.has(character.codePointAt(0) ?? 0)) {
        shown += character;
      } else {
        this.lacking.add(character);
        shown += missingCharacter;
      }
    }
    return shown;
  }
}
