import type { Locale } from '@nianbao/core';
import { severityNames } from '../messages.ts';
import { escaped } from './markup.ts';
import { outputWords } from './output-words.ts';
import { titleOfRule } from './title-of-rule.ts';
import type { Totals } from './totals.ts';

interface SummaryTable {
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first cell names the row. It is markup; the others are figures. */
  readonly rows: readonly (readonly [name: string, ...figures: number[]])[];
}

function markup({ caption, heads, rows }: SummaryTable): string {
  if (rows.length === 0) return '';
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  const body = rows
    .map(([name, ...figures]) => {
      const cells = figures.map((figure) => `<td class="figure">${figure}</td>`).join('');
      return `<tr><th scope="row">${name}</th>${cells}</tr>\n`;
    })
    .join('');
  return `<table class="summary"><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}</tbody></table>\n`;
}

/** The sums of a run by rule and by agency, as tables of a page. */
export function summaryTables(totals: Totals, lang: Locale): string {
  const files = outputWords.files[lang];
  const byRule = markup({
    caption: outputWords.byRule[lang],
    heads: [outputWords.rule[lang], outputWords.findings[lang], files],
    rows: totals
      .byRule()
      .map(({ rule, findings, files: inFiles }) => [
        `${escaped(titleOfRule(rule, lang))} <code>${escaped(rule)}</code>`,
        findings,
        inFiles,
      ]),
  });
  const byAgency = markup({
    caption: outputWords.byAgency[lang],
    heads: [
      outputWords.agency[lang],
      ...(['error', 'warning', 'notice'] as const).map((severity) => severityNames[severity][lang]),
      files,
    ],
    rows: totals
      .byAgency()
      .map(({ agency, counts, files: own }) => [
        escaped(agency ?? outputWords.unknownAgency[lang]),
        ...[counts.error, counts.warning, counts.notice, own],
      ]),
  });
  return byRule + byAgency;
}
