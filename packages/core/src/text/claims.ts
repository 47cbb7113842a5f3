import type { Report } from '../report/report.ts';
import type { Concept } from './concepts.ts';
import { concepts } from './concepts.ts';
import type { NumberMention } from './number-mentions.ts';
import type { Passage } from './passages.ts';
import { figuresOf, narrativeOf } from './passages.ts';
import { isNoTotal, isOfAnotherYear, isOfSomethingElse } from './scope.ts';
import type { Span } from './sentences.ts';
import { bySentence } from './sentences.ts';
import type { Topic } from './topics.ts';
import { topicsOf } from './topics.ts';

/** A figure in the text that speaks of a figure of the tables. */
export interface Claim {
  readonly concept: Concept;
  readonly mention: NumberMention;
  readonly passage: Passage;
  readonly sentence: Span;
  /** Where the words begin that say what the figure counts. */
  readonly start: number;
}

const separators = '，；：。（）';
const leading = /^(?:[、“”]|其中|另外|另|还有|此外|有|并|且|以及|和|及|共计|共|合计|累计|总计|已|均|为|是|分别)+/;
const trailing = /(?:共计|共|合计|累计|总计|总数|为|是|达到|达|有|计|数量|件数|了|“|”)+$/;

/** The words before a figure: back to the last comma, bracket or figure; a bracket right before it belongs to them. */
function wordsBefore(text: string, from: number, to: number): Span {
  let start = to;
  if (text.charAt(to - 1) === '）') {
    const open = text.lastIndexOf('（', to);
    if (open >= from && !/\d/.test(text.slice(open, to))) start = open;
  }
  while (start > from && !separators.includes(text.charAt(start - 1))) start -= 1;
  return { start, end: to };
}

function wordsAfter(text: string, from: number, to: number): string {
  let end = from;
  while (end < to && !separators.includes(text.charAt(end)) && text.charAt(end) !== '、') end += 1;
  return text.slice(from, end);
}

const topicFits = (concept: Concept, topic: Topic | null, asksDisclosure: boolean): boolean => {
  switch (concept.subject) {
    case 'disclosure':
      return true;
    case 'applications':
      return topic === 'applications';
    case 'disputes':
      return asksDisclosure;
    case 'review':
    case 'litigation':
      return topic === concept.subject && asksDisclosure;
  }
};

const aboutDisclosure = /信息公开|依申请|申请公开|公开申请/;
const asReviewBody = /(?:受理|审理|审结|办理|办结).{0,4}(?:行政)?复议/;
const ends = /^(?:[，；。、）\n]|$)/;

interface Reader {
  readonly report: Report;
  readonly passage: Passage;
  readonly topicAt: (position: number) => Topic | null;
}

/** True where a case of review or litigation is one over disclosure, and not just any that the body dealt with. */
function isOverDisclosure({ passage }: Reader, sentence: Span, words: string): boolean {
  if (passage.sectionId === 'disputes') return true;
  if (aboutDisclosure.test(passage.text.slice(sentence.start, sentence.end))) return true;
  if (asReviewBody.test(words)) return false;
  return /申请/.test(passage.heading) || /依申请|信息公开申请/.test(passage.text.slice(0, sentence.start));
}

function conceptFor(words: string, fits: (concept: Concept) => boolean): Concept | undefined {
  return concepts.find(
    (concept) => concept.phrase.test(words) && !(concept.unless?.test(words) ?? false) && fits(concept),
  );
}

/** A figure in its sentence, with the ends of the figures before and after it. */
interface Slot {
  readonly sentence: Span;
  readonly mention: NumberMention;
  readonly from: number;
  readonly to: number;
}

/** The claim that a figure makes; `elsewhere` where its sentence turns out to speak of something else than the report. */
function claimOf(reader: Reader, { sentence, mention, from, to }: Slot): Claim | 'elsewhere' | null {
  const { passage, report, topicAt } = reader;
  const { text } = passage;
  const before = wordsBefore(text, from, mention.start);
  const after = wordsAfter(text, mention.end, to);
  const start = before.start + (leading.exec(text.slice(before.start, before.end))?.[0].length ?? 0);
  const left = text.slice(start, before.end).replace(trailing, '');
  if (mention.unit === '' && !ends.test(text.slice(mention.end, mention.end + 1))) return null;
  const tries = left === '' ? [after] : [left, `${left}${after}`];
  for (const words of tries) {
    if (words === '') continue;
    const topic = topicAt(words === left ? mention.start : mention.end + after.length);
    const overDisclosure = isOverDisclosure(reader, sentence, words);
    const concept = conceptFor(
      words,
      (candidate) => candidate.units.has(mention.unit) && topicFits(candidate, topic, overDisclosure),
    );
    if (concept === undefined || concept.dividedBy?.test(text) === true) continue;
    if (concept.notAfter?.test(text.slice(sentence.start, start)) === true) continue;
    const carried = concept.id.startsWith('carried');
    if (isOfSomethingElse(carried ? words.replace(/上一?年|去年/g, '') : words, report)) return 'elsewhere';
    if (isNoTotal(words)) return null;
    if (!carried && isOfAnotherYear(text.slice(sentence.start, mention.start), report.year)) return null;
    return { concept, mention, passage, sentence, start };
  }
  return null;
}

/** True for “收到申请12件，其中收到邮递申请1件”: the same thing again inside the list of its parts. */
function isPartOf({ concept, mention, passage, sentence }: Claim, before: Claim | null): boolean {
  if (before === null || before.sentence.start !== sentence.start || before.concept !== concept) return false;
  return /其中|含|包括/.test(passage.text.slice(before.mention.end, mention.start));
}

/** Words that by themselves say that applications were received or closed, and not that documents were made. */
const ofApplications = /^(?:received|handled|answered|finished|carried|applicant)/;
const ofDocuments = /主动公开|制发|(?<!另行|需要)制作/;

/**
 * True for “制作信息112条，主动公开7条，依申请公开59条，不予公开46条”: how documents were classed, in words that elsewhere
 * stand for what became of applications. A sentence that has spoken of applications before means those.
 */
function isOfDocuments(claim: Claim, earlier: readonly Claim[]): boolean {
  const { concept, sentence, passage, start } = claim;
  if (concept.subject !== 'applications' || ofApplications.test(concept.id)) return false;
  if (!ofDocuments.test(passage.text.slice(sentence.start, start))) return false;
  return !earlier.some((other) => other.sentence.start === sentence.start && ofApplications.test(other.concept.id));
}

function claimsOfPassage(report: Report, passage: Passage): Claim[] {
  const mentions = figuresOf(passage);
  if (mentions.length === 0) return [];
  const reader: Reader = { report, passage, topicAt: topicsOf(passage) };
  const claims: Claim[] = [];
  for (const { sentence, figures: own } of bySentence(passage.text, mentions)) {
    for (const [at, mention] of own.entries()) {
      if (mention.unit === '%') continue;
      const from = own[at - 1]?.end ?? sentence.start;
      const to = own[at + 1]?.start ?? sentence.end;
      const claim = claimOf(reader, { sentence, mention, from, to });
      if (claim === 'elsewhere') break;
      if (claim === null || isPartOf(claim, claims.at(-1) ?? null) || isOfDocuments(claim, claims)) continue;
      claims.push(claim);
    }
  }
  return claims;
}

const known = new WeakMap<Report, ReadonlyMap<Passage, readonly Claim[]>>();

/** The claims of each passage that has any, in reading order. */
export function claimsByPassage(report: Report): ReadonlyMap<Passage, readonly Claim[]> {
  const remembered = known.get(report);
  if (remembered !== undefined) return remembered;
  const claims = new Map<Passage, readonly Claim[]>();
  for (const passage of narrativeOf(report)) {
    const own = claimsOfPassage(report, passage);
    if (own.length > 0) claims.set(passage, own);
  }
  known.set(report, claims);
  return claims;
}

/** Every figure of the report's text that can be told to speak of a figure of the tables, in reading order. */
export function claimsOf(report: Report): readonly Claim[] {
  return [...claimsByPassage(report).values()].flat();
}
