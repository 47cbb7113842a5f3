import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, FindingKind, Severity } from '@nianbao/core';
import { ruleSetVersion, rules } from '@nianbao/core';
import type { SourceOf } from '@nianbao/documents';
import { readingKinds, sourceOfFinding } from '@nianbao/documents';
import { describeFinding } from '../kind-of-finding.ts';
import { fill } from '../messages.ts';
import type { CheckFormat, RunFacts } from './check-format.ts';
import type { CheckedFile, Style } from './checked-file.ts';
import { outputWords } from './output-words.ts';
import { placeWords } from './place-words.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

const unreadableRule = 'FILE-UNREADABLE';

const ruleIds = [...rules, ...readingKinds].map(({ id }) => id).concat(unreadableRule);
const indexOfRule = new Map(ruleIds.map((id, at) => [id, at]));

/** A path as an address: relative ones stay relative, with slashes, whatever the system. */
function addressOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}

interface Told {
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly file: string;
  readonly source: SourceOf | null;
  readonly properties?: object;
}

function result({ rule, level, message, file, source, properties }: Told): string {
  const region = source === null ? {} : { region: { startLine: source.line, startColumn: source.column } };
  return JSON.stringify({
    ruleId: rule,
    ruleIndex: indexOfRule.get(rule) ?? -1,
    level,
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: addressOf(file) }, ...region } }],
    ...(properties === undefined ? {} : { properties }),
  });
}

/** A result of a finding. Where the file is no text, an editor cannot go to its lines: the message names the place. */
function resultOf(checked: CheckedFile, finding: Finding, { lang }: Style): string {
  const { message, instruction } = describeFinding(finding, lang);
  const source = sourceOfFinding(checked.read, finding);
  const { agency, year } = checked.read.report;
  const { cells, expected, actual, difference, instance } = finding;
  const inWords =
    source === null || checked.isText
      ? ''
      : lang === 'zh'
        ? `（${placeWords(source, lang)}）`
        : ` (${placeWords(source, lang)})`;
  return result({
    rule: finding.rule,
    level: levels[finding.severity],
    message: `${message}${inWords}${instruction === '' ? '' : ` ${instruction}`}`,
    file: checked.file,
    source: checked.isText ? source : null,
    properties: { agency, year, cells, expected, actual, difference, instance },
  });
}

function descriptorOf(kind: FindingKind & { readonly severity: Severity }, basis: string | null, { lang }: RunFacts) {
  const title = kind.title[lang];
  const instruction = kind.instruction[lang] === '' ? title : kind.instruction[lang];
  return {
    id: kind.id,
    shortDescription: { text: title },
    fullDescription: { text: basis === null ? title : `${title}. ${basis}` },
    help: { text: basis === null ? instruction : `${instruction}\n${basis}` },
    defaultConfiguration: { level: levels[kind.severity] },
  };
}

function unreadableDescriptor({ lang }: RunFacts) {
  const text = outputWords.unreadableRule[lang];
  return { id: unreadableRule, shortDescription: { text }, help: { text }, defaultConfiguration: { level: 'error' } };
}

function head(run: RunFacts): string {
  const driver = {
    name: 'nianbao',
    version: ruleSetVersion,
    language: run.lang,
    rules: [
      ...rules.map((rule) => descriptorOf(rule, rule.basis, run)),
      ...readingKinds.map((kind) => descriptorOf(kind, null, run)),
      unreadableDescriptor(run),
    ],
  };
  const tool = JSON.stringify({ driver });
  return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${tool},"language":"${run.lang}","columnKind":"utf16CodeUnits","results":[\n`;
}

function foot({ totals, lang }: RunFacts): string {
  const text = fill(outputWords.leftOutInAll[lang], { count: totals.leftOut });
  const notifications = totals.leftOut === 0 ? [] : [{ level: 'note', message: { text } }];
  const invocation = { executionSuccessful: true, toolExecutionNotifications: notifications };
  return `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`;
}

/** For code-scanning views: SARIF 2.1.0, every rule with its help, every finding with its place. */
export const sarifFormat: CheckFormat = {
  showsFindings: true,
  needsTotals: false,
  head,
  piece: (checked, shown, style) => ({
    before: '',
    items: shown.map((finding) => resultOf(checked, finding, style)),
    close: '',
    after: '',
  }),
  refusal: ({ file, message }) => ({
    before: '',
    items: [result({ rule: unreadableRule, level: 'error', message, file, source: null })],
    close: '',
    after: '',
  }),
  leftOut: () => '',
  separator: ',\n',
  listRunsOn: true,
  foot,
};
