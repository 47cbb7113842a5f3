import type { Finding, Format, Locale, Severity } from '@nianbao/core';
import { cellLabel, formatOf, placeIn, sectionIds } from '@nianbao/core';
import { readingKindById, sourceOfFinding } from '@nianbao/documents';
import { describeFinding } from '../kind-of-finding.ts';
import { fill, groupNames, sectionNames, severityNames, words } from '../messages.ts';
import type { CheckedFile, Piece, Style } from './checked-file.ts';
import { countBySeverity } from './checked-file.ts';
import { oneLine } from './one-line.ts';
import type { Colour } from './paint.ts';
import { pairLines } from './pair-lines.ts';
import { placeWords } from './place-words.ts';

const signs: Readonly<Record<Severity, { readonly sign: string; readonly colour: Colour }>> = {
  error: { sign: '✗', colour: 'red' },
  warning: { sign: '!', colour: 'yellow' },
  notice: { sign: '·', colour: 'blue' },
};

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
  const { instruction, ...described } = describeFinding(finding, lang);
  const message = oneLine(described.message);
  const source = sourceOfFinding(checked.read, finding);
  const format = formatOf(checked.read.report);
  const quote = finding.place?.quote ?? '';
  const where = source === null ? null : placeWords(source, lang);
  const details = [
    sidesOf(finding, message, lang),
    instruction === '' ? null : `→ ${instruction}`,
    repairOf(finding, format, lang),
    where === null ? null : paint('dim', quote === '' ? where : `${where}  “${oneLine(quote).slice(0, 60)}”`),
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
  return [`${paint('bold', oneLine(name))}  ${paint('dim', checked.file)}`, `  ${facts.join(' · ')}`];
}

/** One file's findings for a person to read, grouped by the part of the report that they are about. */
export function account(checked: CheckedFile, shown: readonly Finding[], style: Style): Piece {
  const { lang, paint } = style;
  const format = formatOf(checked.read.report);
  const groups = Map.groupBy(shown, (finding) => groupOf(finding, format));
  const items = groupOrder.flatMap((group) =>
    inOrder(checked, groups.get(group) ?? []).map((finding, at) => {
      const heading = at === 0 ? `\n${paint('bold', nameOf(group, lang))}\n` : '';
      return `${heading}${findingLines(checked, finding, style).join('\n')}\n`;
    }),
  );
  const left = checked.result.notAssessed.length;
  const notAssessed = left === 0 ? '' : `\n${paint('dim', fill(words.notAssessed[lang], { count: left }))}\n`;
  const pairs = pairLines(checked.read.pairs, lang)
    .map((line) => `${line}\n`)
    .join('');
  return { before: `${headLines(checked, style).join('\n')}\n`, items, close: '', after: `${pairs}${notAssessed}\n` };
}
