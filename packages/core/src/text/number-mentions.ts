import { parseChineseNumeral } from './numerals.ts';

/** A figure in a text with its unit; `start` and `end` are positions in the folded text, the unit included. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Digits after the decimal point as written: the precision that a percentage claims. */
  readonly decimals: number;
  /** As written, empty where there is none; `%` for every way to write a percentage. */
  readonly unit: string;
  /** 约, 近, 余, 多, 左右 and the like: a tolerance, never an exact claim. */
  readonly approximate: boolean;
}

const units =
  '万元|亿元|千元|元|件次|篇次|条次|人次|场次|期次|家次|个百分点|件|条|宗|起|例|份|封|笔|个|篇|项|次|期|场|部|本|册|套|类|批|名|人|家|户|张|幅|块|处|页|字|倍|%|年|月|日|号|时|分|天|届|章|点|岁|楼|室|周|秒|小时|工作日|平方米|公里|亩|吨|〕';
/** Units that turn digits into a date, a number of a document or a measure: no figure of a report. */
const notFigures = new Set('年 月 日 号 时 分 天 届 章 点 岁 楼 室 周 秒 小时 工作日 平方米 公里 亩 吨 〕'.split(' '));

const figure =
  /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|百分之[零一二三四五六七八九十百]+|[零一二两三四五六七八九十百千]+(?:万[零一二三四五六七八九十百千]+)?/g;
const tail = new RegExp(
  `(余|多|来|几)?(万(?!元)|亿(?!元))?(余|多)?(?:(${units})(多|余)?)?(左右|上下|以上|以内|以下|不到)?`,
  'y',
);
const approximately = /(?:约|近|超|逾|超过|不足|不到|至少|大约|将近|上|达到?近|几|数|不少于|不低于|突破)$/;
const noCount = /[第每逐任某同另这那哪上下统唯专初周星期之]$/;
const joined = /^(?:[A-Za-z\-/_@·]| \d)/;
/** What 个 counts when it is no application, case or document: spans of time, parts of the report itself. */
const counted = /^(?:月|工作日|自然日|季度|年|小时|部分|方面|章节|板块)/;
/** After a Chinese numeral and unit: words that begin there, such as 一件事, 一次性, 一条龙, 一个人. */
const wordGoesOn = /^(?:事|性|龙|件|例|款|人|体|方面|阶段|是|又|个|项|次|条)/;

function parseFigure(written: string): { value: number | null; decimals: number } {
  if (/^\d/.test(written)) {
    const plain = written.replaceAll(',', '');
    return { value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 };
  }
  return { value: parseChineseNumeral(written.replace('百分之', '')), decimals: 0 };
}

const multipliers: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/**
 * The figures of a folded text in order. Left out: dates, numbers of documents and telephones, numbers joined to
 * letters or hyphens, ordinals, and Chinese numerals that only look like a count (一件事, 统一).
 */
export function numberMentions(text: string): readonly NumberMention[] {
  const mentions: NumberMention[] = [];
  figure.lastIndex = 0;
  for (let match = figure.exec(text); match !== null; match = figure.exec(text)) {
    const written = match[0];
    const start = match.index;
    const chinese = !/^\d/.test(written);
    const before = text.slice(Math.max(0, start - 4), start);
    tail.lastIndex = start + written.length;
    const after = tail.exec(text);
    const end = tail.lastIndex === 0 ? start + written.length : tail.lastIndex;
    const [, vague, multiplier, vagueAfter, unitWritten, vagueUnit, around] = after ?? [];
    const percent = written.startsWith('百分之');
    const unit = percent ? '%' : (unitWritten ?? '');
    if (/(?:[\dA-Za-z\-/〔.·_@#=&+×]|\d[ 至到])$/.test(before)) continue;
    if (joined.test(text.slice(start + written.length, start + written.length + 2))) continue;
    if (noCount.test(before) || notFigures.has(unit) || (unit === '个' && counted.test(text.slice(end, end + 3))))
      continue;
    if (chinese && !percent && (unit === '' || unit === '类' || wordGoesOn.test(text.slice(end, end + 2)))) continue;
    const { value, decimals } = parseFigure(written);
    if (value === null) continue;
    mentions.push({
      start,
      end,
      value: value * (multipliers[multiplier ?? ''] ?? 1),
      decimals,
      unit,
      approximate:
        [vague, vagueAfter, vagueUnit, around].some(Boolean) || approximately.test(before) || Boolean(multiplier),
    });
    figure.lastIndex = Math.max(end, start + written.length);
  }
  return mentions;
}
