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

const opening = /^[，；（]?(?:其中|分别|包括|：)|^（?含/;
const saysComplete = /^[，；（]?(?:分别|：)|分别(?:是|为|有)?$/;
const endsList =
  /另|此外|同时|还|截[至止]|并[^列]|[^总]共|合计|累计|总计|较|同比|比上|比去|增|减|其中|以来|目标|任务|超|(?<!尚)未(?!审结|结)|即|余下|全部/;
const rest = /其[他它](?!结果)|其余|剩余/;
const mayOverlap = /网站|微信|公众号|微博|抖音|平台|渠道|客户端|APP|媒体|电视|报纸|公开栏|专栏|转载|阅读|点击|人次/i;

interface List {
  readonly passage: Passage;
  readonly total: NumberMention;
  readonly following: readonly NumberMention[];
}

function listFrom({ passage, total, following }: List): Enumeration | null {
  const { text } = passage;
  const first = following[0];
  if (first === undefined || !opening.test(text.slice(total.end, first.start))) return null;
  const gap = text.slice(total.end, first.start);
  const inBrackets = gap.startsWith('（');
  const parts: NumberMention[] = [];
  let complete = saysComplete.test(gap);
  let separator = '';
  let last = '';
  let from = total.end;
  let sum = 0;
  for (const part of following) {
    const words = text.slice(from, part.start);
    if (parts.length > 0) {
      const mark = words.charAt(0);
      if (parts.length === 1) separator = mark;
      const over =
        endsList.test(words) || (mark === '；' && separator !== '；') || (inBrackets && words.includes('）'));
      if (over || !/^[，；、]/.test(words)) break;
    }
    if (part.unit !== total.unit) {
      complete = false;
      break;
    }
    parts.push(part);
    sum += part.value;
    last = words;
    from = part.end;
    const after = text.slice(part.end, part.end + 4);
    if (/^[，（]?其中|^（/.test(after)) {
      complete = false;
      break;
    }
    if (sum === total.value) break;
  }
  const stretch = text.slice(total.end, from);
  return {
    passage,
    total,
    parts,
    closed: parts.length > 1 && (complete || rest.test(last)),
    overlapping: mayOverlap.test(stretch),
  };
}

/** The figures in each sentence; one that begins with 其中 goes on from the only figure of the sentence before. */
function figuresBySentence(passage: Passage): readonly (readonly NumberMention[])[] {
  const counts = figuresOf(passage).filter(({ unit }) => unit !== '%' && unit !== '' && unit !== '个百分点');
  let before: readonly NumberMention[] = [];
  return bySentence(passage.text, counts).map(({ sentence, figures }) => {
    const goesOn = before.length === 1 && passage.text.startsWith('其中', sentence.start);
    const list = goesOn ? [...before, ...figures] : figures;
    before = figures;
    return list;
  });
}

/** No list of parts is longer. */
const longestList = 60;

/** The totals of a passage that are followed by their parts, in reading order. */
export function enumerationsOf(passage: Passage): readonly Enumeration[] {
  return figuresBySentence(passage).flatMap((figures) =>
    figures
      .map((total, at) => listFrom({ passage, total, following: figures.slice(at + 1, at + 1 + longestList) }))
      .filter((list) => list !== null),
  );
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
