import type { Finding, Format, Locale, Severity } from '@nianbao/core';
import { cellLabel, formatOf, placeIn, sectionIds } from '@nianbao/core';
import { readingKindById, sourceOfFinding } from '@nianbao/documents';
import type { CheckedFile } from '../checked-file.ts';
import { countBySeverity } from '../checked-file.ts';
import { describeFinding } from '../kind-of-finding.ts';
import { fill, groupNames, sectionNames, severityNames, words } from '../messages.ts';
import type { Colour, Paint } from './paint.ts';
import { pairLines } from './pair-lines.ts';
import { placeWords } from './place-words.ts';

const signs: Readonly<Record<Severity, { readonly sign: string; readonly colour: Colour }>> = {
  error: { sign: '✗', colour: 'red' },
  warning: { sign: '!', colour: 'yellow' },
  notice: { sign: '·', colour: 'blue' },
};

interface Style {
  readonly lang: Locale;
  readonly paint: Paint;
}

/** The parts of a report in the order of an account. */
const groupOrder = ['reading', 'head', ...sectionIds, 'otherSection', 'whole'] as const;
type Group = (typeof groupOrder)[number];

const nameOf = (group: Group, lang: Locale): string => ({ ...groupNames, ...sectionNames })[group][lang];

/** The part of the report that a finding is shown under: its table's or passage's section. */
function groupOf(finding: Finding, format: Format | null): Group {
  if (readingKindById.has(finding.rule)) return 'reading';
  if (finding.place?.kind === 'text') {
    const { section, sectionId } = finding.place;
    return typeof section === 'string' ? 'head' : (sectionId ?? 'otherSection');
  }
  const cell = format?.cells.find(({ key }) => key === finding.cells[0]);
  const number = format?.tables.find((table) => table.id === cell?.table)?.section;
  return format?.sections.find((section) => section.number === number)?.id ?? 'whole';
}

/** At most four decimals: a share is worked out in binary fractions, which nobody needs to read. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Both sides of a difference between figures, where the message has not named them already. */
function sidesOf(finding: Finding, message: string, lang: Locale): string | null {
  const { cells, expected, actual, difference } = finding;
  if (typeof expected !== 'number' || typeof actual !== 'number' || cells.length === 0) return null;
  const numbers: readonly string[] = message.match(/\d+(?:\.\d+)?/g) ?? [];
  if ([expected, actual].every((side) => numbers.includes(String(rounded(Math.abs(side)))))) return null;
  const sides = fill(words.sides[lang], { expected: rounded(expected), actual: rounded(actual) });
  return difference === null ? sides : sides + fill(words.difference[lang], { difference: rounded(difference) });
}

function repairOf(finding: Finding, format: Format | null, lang: Locale): string | null {
  if (finding.repair === null) return null;
  const { cell: key, value } = finding.repair;
  const cell = format?.cells.find((item) => item.key === key);
  return fill(words.repair[lang], { cell: cell === undefined ? key : placeIn(cellLabel(cell), lang), value });
}

/** Findings as a reader of the file meets them; those without a place come last. */
function inOrder({ read }: CheckedFile, findings: readonly Finding[]): Finding[] {
  const last = Number.POSITIVE_INFINITY;
  const placed = findings.map((finding) => {
    const source = sourceOfFinding(read, finding);
    const part = source?.part?.kind === 'page' ? source.part.page : 0;
    return { finding, at: source === null ? [last, last, last] : [part, source.line, source.column] };
  });
  const compare = (a: readonly number[], b: readonly number[]) =>
    a.reduce((order, value, at) => (order !== 0 || value === b[at] ? order : value < (b[at] ?? 0) ? -1 : 1), 0);
  return placed.toSorted((a, b) => compare(a.at, b.at)).map(({ finding }) => finding);
}

function findingLines(checked: CheckedFile, finding: Finding, { lang, paint }: Style): string[] {
  const { sign, colour } = signs[finding.severity];
  const { message, instruction } = describeFinding(finding, lang);
  const source = sourceOfFinding(checked.read, finding);
  const format = formatOf(checked.read.report);
  const quote = finding.place?.quote ?? '';
  const where = source === null ? null : placeWords(source, lang);
  const details = [
    sidesOf(finding, message, lang),
    instruction === '' ? null : `→ ${instruction}`,
    repairOf(finding, format, lang),
    where === null
      ? null
      : paint('dim', quote === '' ? where : `${where}  “${quote.replace(/\s+/g, ' ').slice(0, 60)}”`),
  ];
  return [
    `  ${paint(colour, `${sign} ${severityNames[finding.severity][lang]}`)} ${message} ${paint('dim', finding.rule)}`,
    ...details.filter((line) => line !== null).map((line) => `      ${line}`),
  ];
}

function headLines(checked: CheckedFile, { lang, paint }: Style): string[] {
  const { report } = checked.read;
  const counts = words.counts(lang, countBySeverity(checked.result.findings));
  const facts = [
    report.format === null ? words.noFormat[lang] : fill(words.format[lang], { id: report.format }),
    ...(report.publishedOn === null ? [] : [fill(words.published[lang], { date: report.publishedOn })]),
    counts === '' ? words.clean[lang] : counts,
  ];
  const name = `${report.agency ?? words.unknownAgency[lang]} ${report.year ?? words.unknownYear[lang]}`;
  return [`${paint('bold', name)}  ${paint('dim', checked.file)}`, `  ${facts.join(' · ')}`];
}

/** One file's findings for a person to read, grouped by the part of the report that they are about. */
export function account(checked: CheckedFile, style: Style): string {
  const format = formatOf(checked.read.report);
  const groups = Map.groupBy(checked.result.findings, (finding) => groupOf(finding, format));
  const lines = headLines(checked, style);
  for (const group of groupOrder) {
    const findings = groups.get(group) ?? [];
    if (findings.length === 0) continue;
    lines.push('', style.paint('bold', nameOf(group, style.lang)));
    for (const finding of inOrder(checked, findings)) lines.push(...findingLines(checked, finding, style));
  }
  lines.push(...pairLines(checked.read.pairs, style.lang));
  const left = checked.result.notAssessed.length;
  if (left > 0) lines.push('', style.paint('dim', fill(words.notAssessed[style.lang], { count: left })));
  return `${lines.join('\n')}\n\n`;
}
