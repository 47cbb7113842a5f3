/**
 * A text prepared for matching: white space gone, full-width letters and digits narrowed, punctuation widened. Reports
 * come from Word, PDF and web pages, where “3119 件”, “３１１９件” and “3119\n件” are the same figure. `offsets[i]` is the
 * place in the source of character i, so that a finding can point at what the author sees.
 */
export interface FoldedText {
  readonly source: string;
  readonly text: string;
  readonly offsets: Uint32Array;
}

const widened: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
  '[': '〔',
  ']': '〕',
  '﹝': '〔',
  '﹞': '〕',
  '–': '-',
  '―': '-',
  〇: '零',
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = (code: number): boolean =>
  code === 32 ||
  code === 160 ||
  code === 0x3000 ||
  (code >= 9 && code <= 13) ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0xfeff;

/** The full-width forms of ASCII, narrowed; any other code unit as it is. */
const narrowed = (code: number): number => (code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code);

const sentenceEnds = /[。！？；：]/;
const numbering = /^\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]|[）)、][\u4e00-\u9fff])/;

/** True where a line break in the source ends a sentence: after its punctuation, or before a numbered line. */
function breaksSentence(source: string, at: number, before: string): boolean {
  return sentenceEnds.test(before) || numbering.test(source.slice(at, at + 12));
}

/**
 * Folds a text. A break between list items or headings always ends a sentence (`linesAreSentences`); in a paragraph it
 * is mostly the width of the page, and is dropped unless punctuation or a number says otherwise. Between two digits
 * one space is kept: “12 30” is not 1230.
 */
export function foldText(source: string, linesAreSentences = false): FoldedText {
  const offsets = new Uint32Array(source.length + 1);
  // What was last taken is kept beside the text: looking into a text that grows takes time in the square of its length.
  let text = '';
  let last = '';
  let gap = false;
  const take = (character: string, at: number) => {
    offsets[text.length] = at;
    text += character;
    last = character;
  };
  for (let at = 0; at < source.length; at += 1) {
    const code = narrowed(source.charCodeAt(at));
    if (isSpace(code)) {
      if (code === 10 && last !== '' && last !== '\n' && (linesAreSentences || breaksSentence(source, at + 1, last))) {
        take('\n', at);
      }
      gap = true;
      continue;
    }
    const previous = last === '' ? 0 : last.charCodeAt(0);
    if (gap && isDigit(previous) && isDigit(code)) take(' ', at - 1);
    gap = false;
    const character = String.fromCharCode(code);
    const next = narrowed(source.charCodeAt(at + 1));
    const insideNumber = (character === ',' || character === ':') && isDigit(previous) && isDigit(next);
    take(insideNumber ? character : (widened[character] ?? character), at);
  }
  offsets[text.length] = source.length;
  return { source, text, offsets };
}

/** The stretch of the source that a stretch of the folded text stands for. */
export function sourceRange(folded: FoldedText, start: number, end: number): { start: number; end: number } {
  const last = folded.offsets[Math.max(start, end - 1)] ?? folded.source.length;
  return { start: folded.offsets[start] ?? folded.source.length, end: end > start ? last + 1 : last };
}
