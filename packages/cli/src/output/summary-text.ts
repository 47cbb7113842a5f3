import type { Locale } from '@nianbao/core';
import { fill, severityNames, words } from '../messages.ts';
import { outputWords } from './output-words.ts';
import { titleOfRule } from './title-of-rule.ts';
import type { Totals } from './totals.ts';

/** Agencies that a summary on a terminal lists; a report page lists all. */
const mostAgencies = 30;

const width = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[\u1100-\uffdc]/.test(char) ? 2 : 1), 0);
const left = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)));
const right = (text: string, to: number): string => ' '.repeat(Math.max(0, to - width(text))) + text;

/** Rows in columns: the first set to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ''))));
  return rows.map((row) =>
    `  ${row.map((cell, at) => (at === 0 ? left(cell, widths[at] ?? 0) : right(cell, widths[at] ?? 0))).join('  ')}`.trimEnd(),
  );
}

/** The sums of a run: how many files, then by rule and by agency. */
export function summaryText(totals: Totals, lang: Locale): string {
  const { files, clean, errors, unreadable } = totals;
  const lines: string[] = [fill(words.summary[lang], { files, clean, errors, unreadable })];
  const rules = totals.byRule();
  if (rules.length > 0) {
    const rows = rules.map(({ rule, findings, files: inFiles }) => [
      `${rule}  ${titleOfRule(rule, lang)}`,
      String(findings),
      String(inFiles),
    ]);
    const { rule, findings, files: filesHead } = outputWords;
    lines.push('', outputWords.byRule[lang], ...table([[rule[lang], findings[lang], filesHead[lang]], ...rows]));
  }
  const agencies = totals.byAgency();
  if (agencies.length > 1) {
    const rows = agencies
      .slice(0, mostAgencies)
      .map(({ agency, files: own, counts }) => [
        agency ?? outputWords.unknownAgency[lang],
        ...[counts.error, counts.warning, counts.notice, own].map(String),
      ]);
    const head = (['error', 'warning', 'notice'] as const).map((severity) => severityNames[severity][lang]);
    lines.push('', outputWords.byAgency[lang]);
    lines.push(...table([[outputWords.agency[lang], ...head, outputWords.files[lang]], ...rows]));
    const more = agencies.length - mostAgencies;
    if (more > 0) lines.push(`  ${fill(outputWords.moreAgencies[lang], { count: more })}`);
  }
  if (totals.leftOut > 0) lines.push('', fill(outputWords.leftOutInAll[lang], { count: totals.leftOut }));
  return `${lines.join('\n')}\n`;
}

/** The same sums as one JSON object on a line. */
export function summaryJson(totals: Totals): string {
  const { files, clean, errors, unreadable, counts } = totals;
  return `${JSON.stringify({ files, clean, errors, unreadable, findings: counts, rules: totals.byRule(), agencies: totals.byAgency() })}\n`;
}
