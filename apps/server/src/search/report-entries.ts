import type { Block, Finding, Report } from '@nianbao/core';
import { blockText, describe, ruleById, sectionHeading } from '@nianbao/core';
import type { NewSearchEntry } from '@nianbao/database';
import { wordsLiteral } from './index-words.ts';

/** What the entries of a report have in common. */
export type EntryHead = Pick<NewSearchEntry, 'agencyId' | 'reportId' | 'standing' | 'year' | 'version'>;

const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n');

/** One entry for the preface and one for each section that has a text. */
export function narrativeEntries(head: EntryHead, report: Report, agencyName: string): readonly NewSearchEntry[] {
  const parts = [
    { place: 'preface', heading: '', text: textOf(report.preface) },
    ...report.sections.map((section, position) => ({
      place: String(position),
      heading: sectionHeading(section),
      text: textOf(section.blocks),
    })),
  ];
  return parts.flatMap(({ place, heading, text }): NewSearchEntry[] => {
    if (text === '') return [];
    const words = wordsLiteral([
      { text: `${agencyName} ${report.title}`, weight: 'B' },
      { text: heading, weight: 'B' },
      { text, weight: 'C' },
    ]);
    return [{ ...head, kind: 'narrative', place, title: report.title, body: text, words }];
  });
}

/** One entry for each finding, in the sentences that people read. */
export function findingEntries(
  head: EntryHead,
  findings: readonly Finding[],
  agencyName: string,
): readonly NewSearchEntry[] {
  return findings.flatMap((finding): NewSearchEntry[] => {
    const rule = ruleById.get(finding.rule);
    if (rule === undefined) return [];
    const { title, message, instruction } = describe(rule, finding, 'zh');
    const body = `${message}\n${instruction}`;
    const words = wordsLiteral([
      { text: agencyName, weight: 'B' },
      { text: `${title} ${finding.rule}`, weight: 'A' },
      { text: body, weight: 'C' },
    ]);
    return [{ ...head, kind: 'finding', place: finding.rule, title, body, words }];
  });
}
