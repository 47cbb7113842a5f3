import type { FontCoverage } from './font-coverage.ts';

/** What stands in the place of a character that the fonts cannot show. */
const missingSign = '〓';

/** Marks that are not seen by their nature: joiners, variation selectors, marks of direction, soft hyphens. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const space = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]/gu;

/** Lines of pieces: a line may also break between two pieces. */
export type PrintedText = readonly (readonly string[])[];

/** Characters between which no line breaks by itself: all but spaces and the characters of Chinese. */
const unbroken = String.raw`[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]`;

/** Where a text may break besides: runs of at least this length are parted into these pieces. */
interface Parting {
  readonly run: RegExp;
  readonly piece: RegExp;
}

/** Addresses, and figures longer than any line has room for. */
const inLines: Parting = {
  run: new RegExp(`${unbroken}{25,}`, 'gu'),
  piece: /[^/?&=._\-@,;:%+]{1,8}[/?&=._\-@,;:%+]*|[/?&=._\-@,;:%+]{1,8}/gu,
};

/** In a cell that has room for so many characters a longer figure may break anywhere. */
function inCell(room: number): Parting {
  return { run: new RegExp(`${unbroken}{${room + 1},}`, 'gu'), piece: /\P{M}\p{M}*|\p{M}+/gu };
}

function piecesOf(line: string, { run, piece }: Parting): string[] {
  const pieces: string[] = [];
  let open = '';
  let from = 0;
  for (const { 0: text, index } of line.matchAll(run)) {
    const [first = '', ...rest] = text.match(piece) ?? [text];
    pieces.push(open + line.slice(from, index) + first, ...rest.slice(0, -1));
    open = rest.at(-1) ?? '';
    from = index + text.length;
  }
  return [...pieces, open + line.slice(from)];
}

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

  text(text: string): PrintedText {
    return this.parted(text, inLines);
  }

  /** A text for a narrow cell with room for so many digits on a line. */
  narrow(text: string, room: number): PrintedText {
    return this.parted(text, inCell(room));
  }

  private parted(text: string, parting: Parting): PrintedText {
    const lines = text.toWellFormed().normalize('NFC').trim().split(lineBreak);
    return lines.map((line) => piecesOf(this.shown(line).trim(), parting));
  }

  private shown(text: string): string {
    const plain = text.replaceAll(unseen, '').replaceAll(space, ' ');
    let shown = '';
    for (const character of plain) {
      if (this.coverage.has(character.codePointAt(0) ?? 0)) {
        shown += character;
      } else {
        this.lacking.add(character);
        shown += missingSign;
      }
    }
    return shown;
  }
}
