/** A stretch of a text that was searched for; `end` is the place after it. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A text letter by letter in lower case and narrow, every letter in its place. */
function folded(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at);
    const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text.charAt(at);
    const lower = narrow.toLowerCase();
    return lower.length === 1 ? lower : narrow;
  }).join('');
}

/** Where any of the words stand in a text, in order and without overlaps; a longer word comes before one within it. */
export function marksIn(text: string, words: readonly string[]): readonly Mark[] {
  const plain = folded(text);
  const taken = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = plain.indexOf(word); word !== '' && at >= 0; at = plain.indexOf(word, at + word.length)) {
      taken.fill(1, at, at + word.length);
    }
  }
  const marks: Mark[] = [];
  for (let at = 0; at < taken.length; at += 1) {
    if (taken[at] === 0) continue;
    const start = at;
    while (taken[at] === 1) at += 1;
    marks.push({ start, end: at });
  }
  return marks;
}

const longest = 160;
const before = 40;

/** The start of a text near a place, never within a character of two units. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** A stretch of a text around the first word that was searched for, with its marks; and whether something is left out. */
export function excerptOf(
  text: string,
  words: readonly string[],
): MarkedText & { readonly cutBefore: boolean; readonly cutAfter: boolean } {
  const first = marksIn(text, words)[0]?.start ?? 0;
  const start = text.length <= longest ? 0 : whole(text, Math.max(0, Math.min(first - before, text.length - longest)));
  const end = whole(text, Math.min(text.length, start + longest));
  const excerpt = text.slice(start, end);
  return { text: excerpt, marks: marksIn(excerpt, words), cutBefore: start > 0, cutAfter: end < text.length };
}
