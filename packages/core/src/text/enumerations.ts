import type { NumberMention } from './number-mentions.ts';
import type { Passage } from './passages.ts';
import { figuresOf } from './passages.ts';
import { bySentence } from './sentences.ts';

/** A total and the parts that a sentence gives of it: “共N条，其中A条，B条”. */
export interface Enumeration {
  readonly passage: Passage;
  readonly total: NumberMention;
  readonly parts: readonly NumberMention[];
  /** True where the list says of itself that it is complete: 分别为, a colon, a part named 其他. */
  readonly closed: boolean;
  /** Parts that may count one thing twice: channels, or a share of another part. */
  readonly overlapping: boolean;
}

const opening = /^[，；（]?(?:其中|分别|包括|具体(?:为|包括|是)|：)|^（?含/;
const saysComplete = /^[，；（]?(?:分别|具体|：(?!其中))|分别(?:是|为|有)?$/;
/** A change or a rate per month is no total of what follows. */
const noTotal = /(?:增加|减少|增长|下降|上升|提升|回落|[多少])了?$|[每均][^，。；]{0,6}$/;
const endsList =
  /另|此外|同时|还有|截[至止]|并[^列]|(?<![公总])共(?!青)|合计|累计|总计|较|同比|比上|比去|[增减](?:加|少|长)|其中|以来|目标|超额|(?<!尚)未(?!审结|结|成年)|余下|全部/;
const rest = /其[他它](?!结果)|其余|剩余/;
const mayOverlap = /网站|微信|公众号|微博|抖音|平台|渠道|客户端|APP|媒体|电视|报纸|公开栏|专栏|转载|阅读|点击|人次/i;

/** The place after a bracket that opens here, or the place itself: notes to a figure are no part of the list. */
function afterBracket(text: string, at: number): number {
  if (text.charAt(at) !== '（') return at;
  const close = text.indexOf('）', at);
  return close < 0 ? at : close + 1;
}

interface List {
  readonly text: string;
  readonly total: NumberMention;
  /** Where the words begin that lead from the total to its parts. */
  readonly from: number;
  readonly following: readonly NumberMention[];
}

/** The figures that go on one list, and whether the list ran to its end without a break. */
function partsOf({ text, total, from, following }: List): { parts: NumberMention[]; whole: boolean; last: string } {
  const parts: NumberMention[] = [];
  const inBrackets = text.charAt(from) === '（';
  let separator = '';
  let last = '';
  let at = from;
  let sum = 0;
  for (const part of following) {
    if (part.start < at) continue;
    const words = text.slice(at, part.start);
    if (parts.length > 0) {
      const mark = words.charAt(0);
      if (parts.length === 1) separator = mark;
      const over =
        endsList.test(words) || (mark === '；' && separator !== '；') || (inBrackets && words.includes('）'));
      if (over || !/^[，；、]/.test(words)) break;
    }
    if (part.unit !== total.unit) return { parts, whole: false, last };
    parts.push(part);
    sum += part.value;
    last = words;
    at = afterBracket(text, part.end);
    if (text.startsWith('其中', at + 1)) return { parts, whole: false, last };
    if (sum === total.value) break;
  }
  return { parts, whole: true, last };
}

function listFrom(passage: Passage, list: List): Enumeration | null {
  const { text, total, from, following } = list;
  const first = following.find(({ start }) => start >= from);
  const gap = first === undefined ? '' : text.slice(from, first.start);
  if (first === undefined || !opening.test(gap)) return null;
  const { parts, whole, last } = partsOf(list);
  return {
    passage,
    total,
    parts,
    closed: whole && parts.length > 1 && (saysComplete.test(gap) || rest.test(last)),
    overlapping: mayOverlap.test(text.slice(from, parts.at(-1)?.end ?? from)),
  };
}

/** No list of parts is longer. */
const longestList = 60;

/** The lists that may follow each figure of a sentence: in the bracket behind it, and after that bracket. */
function listsIn(text: string, figures: readonly NumberMention[]): readonly List[] {
  return figures.flatMap((total, at) => {
    if (noTotal.test(text.slice(Math.max(0, total.start - 10), total.start))) return [];
    const following = figures.slice(at + 1, at + 1 + longestList);
    const places = new Set([total.end, afterBracket(text, total.end)]);
    return [...places].map((from) => ({ text, total, from, following }));
  });
}

/** The totals of a passage that are followed by their parts, in reading order. */
export function enumerationsOf(passage: Passage): readonly Enumeration[] {
  const { text } = passage;
  const counts = figuresOf(passage).filter(({ unit }) => unit !== '%' && unit !== '' && unit !== '个百分点');
  const lists: List[] = [];
  let before: readonly NumberMention[] = [];
  for (const { sentence, figures } of bySentence(text, counts)) {
    const total = before.length === 1 && text.startsWith('其中', sentence.start) ? before[0] : undefined;
    if (total !== undefined) lists.push({ text, total, from: sentence.start, following: figures });
    for (const list of listsIn(text, figures)) lists.push(list);
    before = figures;
  }
  return lists.map((list) => listFrom(passage, list)).filter((list) => list !== null);
}

/** A sum written out: “共171条：124+34+4+3+2+4”. */
export interface WrittenSum {
  readonly start: number;
  readonly end: number;
  readonly total: number;
  readonly sum: number;
}

const writtenSum =
  /(?<![\d.])(\d{1,12})(?:件|条|篇|份|个|次|项)?(?:：|＝|=|（)(\d{1,12}(?:\+\d{1,12}){1,40})(?![\d.+])/g;

/** The sums that a folded text writes out beside their total. */
export function writtenSums(text: string): readonly WrittenSum[] {
  return [...text.matchAll(writtenSum)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    total: Number(match[1]),
    sum: (match[2] ?? '').split('+').reduce((sum, term) => sum + Number(term), 0),
  }));
}
