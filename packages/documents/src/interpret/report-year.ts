import { compact } from '../labels/normalise.ts';

interface ToldYear {
  readonly year: number;
  readonly quote: string;
}

const period =
  /(?:自|从|期限为|期限是|期限[:：]?)?((?:19|20)\d{2})年?1月1日(?:起)?(?:至|到|—|-|~)+(?:(?:19|20)\d{2}年?)?12月31日/;
const stated = /((?:19|20)\d{2})年(?:度|以来|全年)?/g;

/** The year of the period that the text states: 1 January to 31 December. */
function yearOfPeriod(text: string): ToldYear | null {
  const start = text.search(/1\s*月\s*1\s*日|１月１日/);
  if (start < 0) return null;
  const match = period.exec(compact(text.slice(Math.max(0, start - 40), start + 80)));
  return match === null ? null : { year: Number(match[1]), quote: match[0] };
}

/** The one year that a text speaks of, or null where it speaks of none or of several. */
function onlyYear(text: string): ToldYear | null {
  const found = [...compact(text).matchAll(stated)];
  const years = new Set(found.map((match) => match[1]));
  const [first] = found;
  return first === undefined || years.size !== 1 ? null : { year: Number(first[1]), quote: first[0] };
}

/** A report that came out in the first months of a year is that of the year before. */
function yearBeforePublication(publishedOn: string): ToldYear | null {
  const month = Number(publishedOn.slice(5, 7));
  return month <= 4 ? { year: Number(publishedOn.slice(0, 4)) - 1, quote: publishedOn } : null;
}

export interface ReportYear {
  readonly year: number | null;
  /** The words that the year was inferred from, or null where title or period state it. */
  readonly from: ToldYear | null;
}

/** Tells the report year: by the title, else the stated period, else the one year spoken of or the date of publication. */
export function tellYear(evidence: {
  readonly title: number | null;
  readonly text: string;
  readonly publishedOn: string | null;
}): ReportYear {
  const { title, text, publishedOn } = evidence;
  if (title !== null) return { year: title, from: null };
  const period = yearOfPeriod(text);
  if (period !== null) return { year: period.year, from: null };
  const inferred = onlyYear(text) ?? (publishedOn === null ? null : yearBeforePublication(publishedOn));
  return { year: inferred?.year ?? null, from: inferred };
}
