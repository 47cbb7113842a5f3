import type { Finding } from '@nianbao/core';
import { sourceOfFinding } from '@nianbao/documents';
import { describeFinding } from '../kind-of-finding.ts';
import { fill, severityNames, words } from '../messages.ts';
import type { CheckFormat } from './check-format.ts';
import type { CheckedFile, Piece, Style } from './checked-file.ts';
import { countBySeverity } from './checked-file.ts';
import { escaped } from './markup.ts';
import { outputWords } from './output-words.ts';
import { placeWords } from './place-words.ts';

function opening(file: string, name: string): string {
  return `<testcase classname="${escaped(name)}" name="${escaped(file)}">`;
}

function line(checked: CheckedFile, finding: Finding, { lang }: Style): string {
  const { message, instruction } = describeFinding(finding, lang);
  const source = sourceOfFinding(checked.read, finding);
  const where = source === null ? '' : ` [${placeWords(source, lang)}]`;
  const next = instruction === '' ? '' : `\n    ${instruction}`;
  return escaped(`${severityNames[finding.severity][lang]} ${finding.rule}: ${message}${where}${next}\n`);
}

function piece(checked: CheckedFile, shown: readonly Finding[], style: Style): Piece {
  const { agency, year } = checked.read.report;
  const name = `${agency ?? words.unknownAgency[style.lang]}.${year ?? words.unknownYear[style.lang]}`;
  const counts = countBySeverity(checked.result.findings);
  const sum = words.counts(style.lang, counts);
  const [open, close] =
    counts.error > 0
      ? [`<failure type="error" message="${escaped(sum)}">\n`, '</failure>']
      : shown.length > 0
        ? ['<system-out>\n', '</system-out>']
        : ['', ''];
  return {
    before: `${opening(checked.file, name)}${open}`,
    items: shown.map((finding) => line(checked, finding, style)),
    close: '',
    after: `${close}</testcase>\n`,
  };
}

/** For build servers: a test case for each file, failed where it has errors, an error where it could not be read. */
export const junitFormat: CheckFormat = {
  showsFindings: true,
  needsTotals: true,
  head: ({ totals: { files, errors, unreadable } }) => {
    const counts = `tests="${files}" failures="${errors}" errors="${unreadable}"`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="nianbao" ${counts}>\n<testsuite name="nianbao check" ${counts} skipped="0">\n`;
  },
  piece,
  refusal: ({ file, message }, { lang }) => ({
    before: `${opening(file, outputWords.unreadable[lang])}<error type="unreadable" message="${escaped(message)}"/></testcase>\n`,
    items: [],
    close: '',
    after: '',
  }),
  leftOut: (count, { lang }) => escaped(`${fill(outputWords.leftOut[lang], { count })}\n`),
  separator: '',
  listRunsOn: false,
  foot: () => '</testsuite>\n</testsuites>\n',
};
