import { enumerationsOf } from './enumerations.ts';
import type { NumberMention } from './number-mentions.ts';
import type { Passage } from './passages.ts';
import { figuresOf } from './passages.ts';

/** “A件，占X%”: a figure, the percentage that the text makes of it, and the figures before it that may be the whole. */
export interface Share {
  readonly part: NumberMention;
  readonly percentage: NumberMention;
  readonly wholes: readonly number[];
  /** True where the text itself gives the whole: the part stands in a list of its parts. */
  readonly listed: boolean;
}

/** Words between a figure and its percentage that say: of all of these. A named other whole is not ours to judge. */
const ofTheWhole =
  /^[，、（]?约?(?:占|占比|占总数|占总量|占比为|所占比例|比例|比重)(?:的)?(?:总数|总量|总件数|(?:全部|全年|总)?(?:受理|答复|办理|办结|收到|收件)?(?:的)?(?:申请)?(?:总数|总量|总件数|量|数)?)?(?:比例|比重)?(?:的|为|达|是|约|近)*$/;

/** How many figures back the whole may stand. */
const farthest = 30;

/** The shares that a passage states, in reading order. */
export function sharesOf(passage: Passage): readonly Share[] {
  const { text } = passage;
  if (!text.includes('%') && !text.includes('百分之')) return [];
  const mentions = figuresOf(passage);
  const totals = new Map(
    enumerationsOf(passage).flatMap(({ total, parts }) => parts.map((part) => [part.start, total])),
  );
  return mentions.flatMap((percentage, at) => {
    const part = mentions[at - 1];
    if (percentage.unit !== '%' || part === undefined || part.unit === '%') return [];
    if (!ofTheWhole.test(text.slice(part.end, percentage.start))) return [];
    const total = totals.get(part.start);
    const wholes = mentions
      .slice(Math.max(0, at - farthest), at - 1)
      .filter(({ unit, value }) => unit === part.unit && value >= part.value)
      .map(({ value }) => value);
    return [
      {
        part,
        percentage,
        wholes: total === undefined ? wholes : [total.value, ...wholes],
        listed: total !== undefined,
      },
    ];
  });
}
