/** A place in a folded text where characters must have been lost. */
export interface LostCharacters {
  readonly start: number;
  readonly end: number;
  /** What is likely to have stood there. */
  readonly likely: string;
}

interface Sign {
  readonly phrase: RegExp;
  readonly likely: string | ((match: RegExpMatchArray) => string);
}

const han = '\\u4e00-\\u9fff';
/** The letters of an office before the year of a document's number, without the words that lead up to it. */
const issuer = `(?<![按根依])(?!按照|根据|依据|依照)[${han}]{2,12}`;
const things = '稿件|信息|新闻|简报|动态|文件|公文|条例|申请|资料|文章|报道|消息|材料|手册|海报|传单|视频|图解|解读';
const afterwards = '分别|收到|在|于|并|和|与|通过|对|向|为|被|将|从|由|同时|其中|累计|发布|开展|召开';

/**
 * Signs strong enough to say that characters are gone: half a bracket in a document's number, a count whose unit is
 * missing in the middle of a sentence, a word cut before its last character.
 */
const signs: readonly Sign[] = [
  {
    phrase: new RegExp(`${issuer}(?<!第)((?:19|20)\\d{2})〕(?:第)?\\d{1,4}号`, 'g'),
    likely: (match) => match[0].replace(match[1] ?? '', `〔${match[1]}`),
  },
  {
    phrase: new RegExp(`${issuer}〔((?:19|20)\\d{2})(?:第)?(?=\\d{1,4}号)\\d{1,4}号`, 'g'),
    likely: (match) => match[0].replace(match[1] ?? '', `${match[1]}〕`),
  },
  { phrase: /(?:共|累计|总计)(?:主动)?(?:公开|发布|收到|受理)(?:政府信息)?[条件](?=[，。；])/g, likely: '数量' },
  { phrase: /〔〕\d{1,4}号/g, likely: '〔年份〕' },
  {
    phrase: new RegExp(`(?:${things})(?:共|共计|合计)?\\d{1,7}(?=(?:${afterwards})[${han}])`, 'g'),
    likely: (match) => `${match[0]}条（篇）`,
  },
  {
    phrase:
      /(?:予以公开|部分公开|不予公开|无法提供|不予处理|公开申请|行政复议|行政诉讼)\d{1,5}(?=[\u4e00-\u9fff])(?![件条起宗次例份个项笔封余多万年月日天周小人家热])/g,
    likely: (match) => `${match[0]}件`,
  },
  {
    phrase: /(?:工作|服务|业务|管理|执行|履职|治理|专业|创新|公开|办理)能(?=[，。；、])/g,
    likely: (match) => `${match[0]}力`,
  },
  { phrase: /(?:知情权|参与权|表达权)[、和](?:监督|参与|表达)(?=[，。；])/g, likely: (match) => `${match[0]}权` },
  { phrase: /《中华人民共和国政府信息公开条(?!例)/g, likely: '《中华人民共和国政府信息公开条例》' },
  { phrase: /(?<![\d年月])(?:19|20)\d{2}(?:1[0-2]|0?[1-9])月\d{1,2}日/g, likely: '年' },
];

/** Book-title marks without their other half: where 《 was not closed, and where 》 was not opened. */
function halfTitleMarks(text: string): { readonly unclosed: readonly number[]; readonly unopened: readonly number[] } {
  const unclosed: number[] = [];
  const unopened: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '《') unclosed.push(at);
    else if (character === '》' && unclosed.pop() === undefined) unopened.push(at);
  }
  return { unclosed, unopened };
}

/** Half title marks of a text, but for a title that runs on from the text before or into the text after. */
function lostTitleMarks(text: string, { before, after }: Neighbours): readonly LostCharacters[] {
  const { unclosed, unopened } = halfTitleMarks(text);
  const runsOn = halfTitleMarks(after).unopened.length > 0;
  const runsIn = halfTitleMarks(before).unclosed.length > 0;
  return [
    ...(runsIn ? unopened.slice(1) : unopened).map((at) => ({
      start: Math.max(0, at - 10),
      end: at + 1,
      likely: '《',
    })),
    ...(runsOn ? unclosed.slice(0, -1) : unclosed).map((at) => ({
      start: at,
      end: Math.min(text.length, at + 12),
      likely: '》',
    })),
  ];
}

/** What stands before and after a text, since a paragraph may have been cut in two by a page or a reader. */
export interface Neighbours {
  readonly before: string;
  readonly after: string;
}

/** Places of a folded text that plainly lost characters. */
export function lostCharacters(text: string, neighbours: Neighbours): readonly LostCharacters[] {
  const bySign = signs.flatMap(({ phrase, likely }) =>
    [...text.matchAll(phrase)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      likely: typeof likely === 'string' ? likely : likely(match),
    })),
  );
  const found = [...bySign, ...lostTitleMarks(text, neighbours)].sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ start }, at) => at === 0 || start >= (found[at - 1]?.end ?? 0));
}
