import type { CellValue } from '../figures/facts.ts';
import type { Finding } from '../findings/finding.ts';
import { describe } from '../findings/message.ts';
import { formatForYear } from '../formats/formats.ts';
import type { Report } from '../report/report.ts';
import { emptyReport } from '../report/report.ts';
import { ruleById } from '../rules/catalogue.ts';
import { checkReport } from '../rules/check.ts';
import type { CheckContext } from '../rules/rule.ts';

export interface ExampleParts {
  readonly agency?: string;
  readonly year?: number;
  readonly facts?: Readonly<Record<string, CellValue>>;
  /** What stands in the cells that `facts` leaves out; 0 unless said otherwise. */
  readonly otherCells?: CellValue;
  readonly publishedOn?: string;
  readonly writtenOn?: string;
  /** Paragraphs by the position of their section. */
  readonly text?: Readonly<Record<number, string>>;
}

/** A report of an invented organ in the format of its year, with the figures and words that a test is about. */
export function exampleReport(parts: ExampleParts = {}): Report {
  const { agency = '云溪县林业局', year = 2024, facts, otherCells = 0, text = {}, ...dates } = parts;
  const format = formatForYear(year);
  if (format === null) throw new RangeError(`no format for ${year}`);
  const empty = emptyReport(agency, year, format);
  return {
    ...empty,
    ...dates,
    facts: { ...Object.fromEntries(format.cells.map(({ key }) => [key, otherCells])), ...facts },
    sections: empty.sections.map((section, position) => {
      const words = text[position];
      return words === undefined ? section : { ...section, blocks: [{ kind: 'paragraph', text: words }] };
    }),
  };
}

/** What one rule finds in a report. Throws where it was not assessed, so that a test can't pass for want of an input. */
export function findingsOf(rule: string, report: Report, context: Partial<CheckContext> = {}): readonly Finding[] {
  const { findings, notAssessed } = checkReport(report, context);
  const missing = notAssessed.find((row) => row.rule === rule);
  if (missing !== undefined) throw new Error(`${rule} needs ${missing.needs.join()}`);
  return findings.filter((finding) => finding.rule === rule);
}

/** The Chinese and English sentences of a finding. Throws where one still has a placeholder. */
export function sentencesOf(finding: Finding): readonly string[] {
  const rule = ruleById.get(finding.rule);
  if (rule === undefined) throw new Error(`no rule ${finding.rule}`);
  const sentences = (['zh', 'en'] as const).flatMap((locale) => {
    const { title, message, instruction } = describe(rule, finding, locale);
    return [title, message, instruction];
  });
  const open = sentences.find((sentence) => /\{\w+\}/.test(sentence));
  if (open !== undefined) throw new Error(`${finding.rule}: ${open}`);
  return sentences;
}
