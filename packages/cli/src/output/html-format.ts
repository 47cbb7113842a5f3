import type { Finding, Severity } from '@nianbao/core';
import { ruleSetVersion } from '@nianbao/core';
import { sourceOfFinding } from '@nianbao/documents';
import { describeFinding } from '../kind-of-finding.ts';
import { fill, severityNames, words } from '../messages.ts';
import type { CheckFormat } from './check-format.ts';
import type { CheckedFile, Piece, Style } from './checked-file.ts';
import { countBySeverity } from './checked-file.ts';
import { htmlStyle } from './html-style.ts';
import { summaryTables } from './html-summary.ts';
import { escaped } from './markup.ts';
import { outputWords } from './output-words.ts';
import { placeWords } from './place-words.ts';

/** Signs beside the words, so that colour is never alone. */
const signs: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', notice: '·' };

function row(checked: CheckedFile, finding: Finding, { lang }: Style): string {
  const { title, message, instruction } = describeFinding(finding, lang);
  const source = sourceOfFinding(checked.read, finding);
  const quote = finding.place?.quote ?? '';
  const { severity, rule } = finding;
  return [
    `<tr class="${severity}"><td>${signs[severity]} ${severityNames[severity][lang]}</td>`,
    `<td>${escaped(title)}<br><code>${escaped(rule)}</code></td>`,
    `<td>${escaped(message)}${instruction === '' ? '' : `<p>→ ${escaped(instruction)}</p>`}</td>`,
    `<td>${source === null ? '' : escaped(placeWords(source, lang))}`,
    quote === '' ? '' : `<q>${escaped(quote.slice(0, 120))}</q>`,
    '</td></tr>\n',
  ].join('');
}

function heading(checked: CheckedFile, { lang }: Style): string {
  const { agency, year } = checked.read.report;
  const name = `${agency ?? words.unknownAgency[lang]} ${year ?? words.unknownYear[lang]}`;
  const counts = words.counts(lang, countBySeverity(checked.result.findings));
  return `<section><h3>${escaped(name)}</h3>\n<p class="file">${escaped(checked.file)}</p>\n<p>${counts === '' ? outputWords.noneFound[lang] : counts}</p>\n`;
}

function piece(checked: CheckedFile, shown: readonly Finding[], style: Style): Piece {
  const { lang } = style;
  if (shown.length === 0) return { before: heading(checked, style), items: [], close: '', after: '</section>\n' };
  const heads = [outputWords.severity, outputWords.rule, outputWords.finding, outputWords.place];
  const head = heads.map((text) => `<th scope="col">${text[lang]}</th>`).join('');
  return {
    before: `${heading(checked, style)}<table><thead><tr>${head}</tr></thead><tbody>\n`,
    items: shown.map((finding) => row(checked, finding, style)),
    close: '</tbody></table>\n',
    after: '</section>\n',
  };
}

/** A page of its own for the browser and the printer: the sums on top, then file by file. It holds no script. */
export const htmlFormat: CheckFormat = {
  showsFindings: true,
  needsTotals: true,
  head: ({ lang, totals }) => {
    const { files, clean, errors, unreadable } = totals;
    return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${outputWords.title[lang]}</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
<h1>${outputWords.title[lang]}</h1>
<p>${fill(words.summary[lang], { files, clean, errors, unreadable })}</p>
${summaryTables(totals, lang)}<h2>${outputWords.byFile[lang]}</h2>
`;
  },
  piece,
  refusal: ({ file, message }, { lang }) => ({
    before: `<section class="unreadable"><h3>${outputWords.unreadable[lang]}</h3>\n<p class="file">${escaped(file)}</p>\n<p>${escaped(message)}</p></section>\n`,
    items: [],
    close: '',
    after: '',
  }),
  leftOut: (count, { lang }) => `<p>${fill(outputWords.leftOut[lang], { count })}</p>\n`,
  separator: '',
  listRunsOn: false,
  foot: ({ lang }) =>
    `<footer>${fill(outputWords.checkedWith[lang], { version: ruleSetVersion })}</footer>\n</main>\n</body>\n</html>\n`,
};
