/** A reporting period as a text gives it: 自2024年1月1日至2024年12月31日. Positions in the folded text. */
export interface Period {
  readonly start: number;
  readonly end: number;
  /** Null where digits or words of the date are damaged (20231月1日). */
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
}

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const day = String.raw`(\d{2,6})年?(?:度)?(\d{1,2})月(\d{1,2})日?`;
const dayWithoutYear = String.raw`(?:(\d{2,6})年?(?:度)?|同年|当年|本年)?(\d{1,2})月(\d{1,2})日?`;
const between = `(?:起)?(?:，)?(?:至|到|-|—+|~|～|－)(?:截?[至止])?`;
const pattern = new RegExp(`${day}${between}${dayWithoutYear}`, 'g');
/** 20231月1日: the year's own character is lost, and the digits of year and month run together. */
const damaged = /(?<!\d)(20\d{2})(1[0-2]|0?[1-9])月(\d{1,2})日/g;

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): CalendarDay | null {
  if (year === undefined || !/^(?:20)\d{2}$/.test(year)) return null;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31 ? date : null;
}

/** 202411日至20241231日: 年 and 月 are lost from both ends. */
const bare = /(?<!\d)20\d{2}\d{1,4}日?(?:起)?(?:至|到|-)20\d{2}\d{2,4}日(?:止)?/g;

/** The periods that a folded text names, damaged ones among them. */
export function periodsOf(text: string): readonly Period[] {
  const bareOnes = [...text.matchAll(bare)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
    from: null,
    to: null,
  }));
  const written = [...text.matchAll(pattern)].map((match) => {
    const [whole, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = match;
    const broken = new Set([...whole.matchAll(damaged)].map(({ index }) => (index === 0 ? 'from' : 'to')));
    const from = broken.has('from') ? null : dayOf(fromYear, fromMonth, fromDay);
    const to = broken.has('to') ? null : dayOf(toYear ?? fromYear, toMonth, toDay);
    return { start: match.index, end: match.index + whole.length, from, to };
  });
  return [...written, ...bareOnes];
}

/** One number for a day, for comparison. */
export const ordinal = ({ year, month, day }: CalendarDay): number => year * 10_000 + month * 100 + day;
