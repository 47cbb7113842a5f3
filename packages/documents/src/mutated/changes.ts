import fc from 'fast-check';

/**
 * One change of a file or of a part of it. `at` and `from` are places as shares of its length, from 0 to 1, so that a
 * change fits a file of any length; `mark` and `opener` are places in the lists of marks that the kind of file has.
 */
export type Change =
  | { readonly does: 'flip'; readonly at: number; readonly bit: number; readonly count: number }
  | { readonly does: 'break'; readonly at: number }
  | { readonly does: 'cut'; readonly at: number; readonly length: number }
  | { readonly does: 'insert'; readonly at: number; readonly bytes: readonly number[] }
  | { readonly does: 'overwrite'; readonly at: number; readonly bytes: readonly number[] }
  | { readonly does: 'splice'; readonly at: number; readonly from: number; readonly length: number }
  | { readonly does: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly does: 'mark'; readonly at: number; readonly mark: number; readonly times: number }
  | { readonly does: 'value'; readonly at: number; readonly mark: number; readonly count: number }
  | { readonly does: 'element'; readonly at: number; readonly to: number; readonly times: number }
  | {
      readonly does: 'nest';
      readonly at: number;
      readonly opener: number;
      readonly times: number;
      readonly closed: boolean;
    };

/** What a kind of file can be made to hold that no sound one does. */
export interface Extremes {
  /** Put in between the marks of the file. */
  readonly marks: readonly string[];
  /** Opened over and over and never closed. */
  readonly openers: readonly string[];
}

/** Put in the place of numbers and of quoted values. */
const values: readonly string[] = [
  ...['0', '-1', '65536', '99999999', '2147483648', '4294967295', '9007199254740993', '99999999999999999999'],
  ...['1e308', '-0.0', '.', '0x7fffffff', 'NaN', '', '1'.repeat(5000), '../../../../etc/passwd', '\0', '&a;', '%00'],
];

/** Changes never make a file longer than this, in bytes, so that the time goes into many files and not into few. */
const longest = 3_000_000;

/** Any place is as likely as another; `fc.double` draws next to nothing but places at the very beginning. */
export const share: fc.Arbitrary<number> = fc
  .noBias(fc.nat({ max: 999_999 }))
  .map((millionths) => millionths / 1_000_000);
const times = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 8 }) },
  { weight: 2, arbitrary: fc.integer({ min: 9, max: 600 }) },
  { weight: 1, arbitrary: fc.integer({ min: 601, max: 100_000 }) },
);
const bytes = fc.array(fc.nat({ max: 255 }), { minLength: 1, maxLength: 40 });
const length = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 20_000 }));
const index = fc.noBias(fc.nat({ max: 9999 }));
const few = fc.integer({ min: 1, max: 20 });

const changes: readonly fc.Arbitrary<Change>[] = [
  fc.record({ does: fc.constant('flip'), at: share, bit: fc.nat({ max: 7 }), count: few }),
  fc.record({ does: fc.constant('cut'), at: share, length }),
  fc.record({ does: fc.constant('insert'), at: share, bytes }),
  fc.record({ does: fc.constant('overwrite'), at: share, bytes }),
  fc.record({ does: fc.constant('splice'), at: share, from: share, length }),
  fc.record({ does: fc.constant('repeat'), at: share, length, times }),
  fc.record({ does: fc.constant('mark'), at: share, mark: index, times: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ does: fc.constant('value'), at: share, mark: index, count: few }),
  fc.record({ does: fc.constant('element'), at: share, to: share, times: fc.oneof(fc.constant(0), times) }),
  fc.record({ does: fc.constant('element'), at: share, to: share, times: fc.oneof(fc.constant(0), times) }),
  fc.record({ does: fc.constant('nest'), at: share, opener: index, times, closed: fc.boolean() }),
];

/** Any change. What breaks off leaves less for the others, so it is the rarest. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ does: fc.constant('break'), at: share }) },
  ...changes.map((arbitrary) => ({ weight: 3, arbitrary })),
);

const latin1 = (codes: readonly number[]): string => String.fromCharCode(...codes);

/** A text with `by` put in at a place, in the stead of so many characters. */
const replaced = (text: string, [at, count]: readonly [at: number, count: number], by: string): string =>
  text.slice(0, at) + by + text.slice(at + count);

/** The next place at which a mark of the file begins, or the place itself where none is near. */
function boundary(text: string, at: number): number {
  const found = text.slice(at, at + 2000).search(/[<\n\r\t ,{[(/]/);
  return found < 0 ? at : at + found;
}

/** Replaces numbers and quoted values that follow a place. */
function withValues(text: string, at: number, { mark, count }: { mark: number; count: number }): string {
  let left = count;
  let next = mark;
  const changed = text.slice(at, at + 20_000).replace(/"[^"<>\n]{0,200}"|\d+/g, (found) => {
    if (left === 0) return found;
    left -= 1;
    next += 1;
    const value = values[next % values.length] ?? '';
    return found.startsWith('"') ? `"${value}"` : value;
  });
  return replaced(text, [at, 20_000], changed);
}

function flipped(text: string, at: number, { bit, count }: { bit: number; count: number }): string {
  const codes = [...text.slice(at, at + 7 * count)].map((sign, place) =>
    place % 7 === 0 ? sign.charCodeAt(0) ^ (1 << bit) : sign.charCodeAt(0),
  );
  return replaced(text, [at, codes.length], latin1(codes));
}

/** Where the element that begins at or behind a place begins and ends, tags and all; null where there is none near. */
function elementAt(text: string, at: number): readonly [from: number, to: number] | null {
  const tag = /<([\w:]+)[^<>]*>/g;
  tag.lastIndex = at;
  const opened = tag.exec(text.slice(0, at + 5000));
  if (opened === null) return null;
  const [whole, name = ''] = opened;
  const same = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, 'g');
  same.lastIndex = opened.index;
  let depth = 0;
  for (let found = same.exec(text); found !== null; found = same.exec(text)) {
    if (!found[0].endsWith('/>')) depth += found[1] === '/' ? -1 : 1;
    if (depth <= 0) return [opened.index, same.lastIndex];
  }
  return [opened.index, opened.index + whole.length];
}

/** Takes a whole element out, or puts it in so many times elsewhere, so that the marks still fit together. */
function withElement(text: string, at: number, { to, times }: { to: number; times: number }): string {
  const found = elementAt(text, at);
  if (found === null) return text;
  const [from, end] = found;
  if (times === 0) return replaced(text, [from, end - from], '');
  const place = text.indexOf('<', Math.floor(to * text.length));
  return replaced(text, [Math.max(0, place), 0], repeated(text.slice(from, end), [times, text.length]));
}

/** So many times the same, as far as a file may grow that is this long. */
const repeated = (part: string, [count, before]: readonly [count: number, before: number]): string =>
  part.repeat(Math.max(1, Math.min(count, Math.floor((longest - before) / Math.max(1, part.length)))));

/** What closes the elements that a mark opens. */
const closing = (opener: string): string =>
  [...opener.matchAll(/<([\w:]+)(?:\s[^<>]*)?(?<!\/)>/g)]
    .map(([, name]) => `</${name}>`)
    .reverse()
    .join('');

/** Opens marks one in the other; closed again, the depth alone is hostile. */
function nested(
  text: string,
  at: number,
  { opener, times, closed }: { opener: string; times: number; closed: boolean },
) {
  const closers = closed ? closing(opener) : '';
  const opened = repeated(opener, [times, text.length + times * closers.length]);
  const count = opened.length / Math.max(1, opener.length);
  return replaced(text, [boundary(text, at), 0], opened + closers.repeat(count));
}

/** Makes one change of a text in which each character stands for a byte. */
function changed(text: string, made: Change, { marks, openers }: Extremes): string {
  const at = Math.floor(made.at * text.length);
  switch (made.does) {
    case 'flip':
      return flipped(text, at, made);
    case 'break':
      return text.slice(0, at);
    case 'cut':
      return replaced(text, [at, made.length], '');
    case 'insert':
      return replaced(text, [at, 0], latin1(made.bytes));
    case 'overwrite':
      return replaced(text, [at, made.bytes.length], latin1(made.bytes));
    case 'splice': {
      const from = Math.floor(made.from * text.length);
      return replaced(text, [at, 0], text.slice(from, from + made.length));
    }
    case 'repeat':
      return replaced(text, [at, 0], repeated(text.slice(at, at + made.length), [made.times, text.length]));
    case 'mark':
      return replaced(text, [boundary(text, at), 0], repeated(pick(marks, made.mark), [made.times, text.length]));
    case 'value':
      return withValues(text, at, made);
    case 'element':
      return withElement(text, at, made);
    case 'nest':
      return nested(text, at, { ...made, opener: pick(openers, made.opener) });
  }
}

const pick = (list: readonly string[], at: number): string =>
  Buffer.from(list[at % list.length] ?? '', 'utf8').toString('latin1');

/** Makes changes of bytes, one after the other. */
export function changeBytes(given: Uint8Array, changes: readonly Change[], extremes: Extremes): Uint8Array {
  const text = Buffer.from(given.buffer, given.byteOffset, given.byteLength).toString('latin1');
  return Buffer.from(
    changes.reduce((before, made) => changed(before, made, extremes), text),
    'latin1',
  );
}
