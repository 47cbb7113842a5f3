import type { Report } from '../report/report.ts';
import { isBoilerplate } from './boilerplate.ts';
import type { Passage } from './passages.ts';
import { narrativeOf } from './passages.ts';
import type { Span } from './sentences.ts';
import { sentencesOf } from './sentences.ts';

/** A sentence of a report's own text, with the pieces by which it is compared. */
export interface OwnSentence extends Span {
  readonly passage: Passage;
  readonly shingles: readonly string[];
}

/** What one report's text has in common with another's. */
export interface Likeness {
  /** Part of the own text, 0 to 1, whose pieces also stand in the other. */
  readonly share: number;
  /** Sentences that stand in both, longest first. */
  readonly sentences: readonly OwnSentence[];
}

const shingleLength = 7;
/** Below so many characters of own text, likeness says nothing. */
const fewest = 200;

/** What is compared of a character: Chinese and Latin letters count, figures and punctuation do not. */
const compared = /[\p{Script=Han}A-Za-z]/u;

/** Whether a character takes part in the comparison of texts. */
export const isCompared = (character: string): boolean => compared.test(character);

function shinglesOf(text: string): readonly string[] {
  const plain = text.replace(/[^\p{Script=Han}A-Za-z]/gu, '');
  const shingles: string[] = [];
  for (let at = 0; at + shingleLength <= plain.length; at += 1) shingles.push(plain.slice(at, at + shingleLength));
  return shingles;
}

function ownSentences(report: Report): readonly OwnSentence[] {
  const told = narrativeOf(report).filter(
    ({ section, sectionId, kind }) =>
      section !== 'preface' &&
      kind !== 'heading' &&
      (sectionId === 'overview' || sectionId === 'problems' || sectionId === 'otherMatters'),
  );
  return told.flatMap((passage) =>
    sentencesOf(passage.text)
      .filter(({ start, end }) => end - start > shingleLength && !isBoilerplate(passage.text.slice(start, end)))
      .map((span) => ({ ...span, passage, shingles: shinglesOf(passage.text.slice(span.start, span.end)) })),
  );
}

const shingleSets = new WeakMap<Report, ReadonlySet<string>>();

/** The pieces of a report's own text, seven letters each, by which it is compared. */
export function shinglesWithin(report: Report): ReadonlySet<string> {
  const known = shingleSets.get(report) ?? new Set(sentencesWithin(report).flatMap(({ shingles }) => shingles));
  shingleSets.set(report, known);
  return known;
}

const sentences = new WeakMap<Report, readonly OwnSentence[]>();

/** The sentences by which a report's text is compared: its own, without boiler-plate. */
export function sentencesWithin(report: Report): readonly OwnSentence[] {
  const known = sentences.get(report) ?? ownSentences(report);
  sentences.set(report, known);
  return known;
}

/** How many pieces a report's own text has, repeated ones counted each time; null where it is too little to compare. */
export function comparableLength(report: Report): number | null {
  const count = sentencesWithin(report).reduce((all, { shingles }) => all + shingles.length, 0);
  return count < fewest ? null : count;
}

/**
 * Compares a report's own text with another's, figures and boiler-plate left out. Null where there is too little text to
 * tell.
 */
export function likeness(report: Report, other: Report): Likeness | null {
  const own = sentencesWithin(report);
  const count = comparableLength(report);
  if (count === null) return null;
  const theirs = shinglesWithin(other);
  const common = (sentence: OwnSentence) => sentence.shingles.filter((shingle) => theirs.has(shingle)).length;
  const shared = own.map((sentence) => ({ sentence, common: common(sentence) }));
  return {
    share: shared.reduce((all, one) => all + one.common, 0) / count,
    sentences: shared
      .filter((one) => one.sentence.shingles.length >= 10 && one.common >= 0.9 * one.sentence.shingles.length)
      .map(({ sentence }) => sentence)
      .sort((a, b) => b.end - b.start - (a.end - a.start)),
  };
}
