import type { SectionId } from '@nianbao/core';
import { textsOf } from '../drawn/pieces.ts';
import { startsLabel } from '../labels/label-starts.ts';
import { matchLabel } from '../labels/match-label.ts';
import { compact } from '../labels/normalise.ts';
import { toSimplified } from '../labels/simplified.ts';
import type { SourceItem, SourceLine } from '../source/source.ts';

/** Words by which a heading is known for one of the six sections, however a locality words it. First match counts. */
const keywords: readonly { readonly id: SectionId; readonly pattern: RegExp }[] = [
  { id: 'disputes', pattern: /复议|诉讼/ },
  { id: 'problems', pattern: /(?:存在|主要).{0,6}问题|问题.{0,8}改进|不足.{0,8}改进|改进(?:措施|情况)/ },
  { id: 'otherMatters', pattern: /其他.{0,8}(?:报告|说明|事项)|其它.{0,8}(?:报告|说明|事项)/ },
  { id: 'applications', pattern: /申请.{0,12}(?:情况|办理|处理)|依申请/ },
  { id: 'proactiveDisclosure', pattern: /主动公开/ },
  { id: 'overview', pattern: /总体(?:工作)?情况|^概述|概况|(?:基本|工作|总体)情况$|^总体/ },
];

const numerals = '一二三四五六七八九十';
const numbered = /^(?:第([一二三四五六七八九十])(?:部分|章)|([一二三四五六七八九十]{1,2})[、.,．:])[、.:\s]*(.*)$/;
const longestHeading = 42;

export interface SectionHeading {
  readonly id: SectionId | null;
  /** The number that the heading carries, or null where it carries none. */
  readonly number: number | null;
  /** How many characters of the line are the heading; the rest is text that runs on after it. */
  readonly length: number;
}

const numberOf = (numeral: string): number =>
  numeral.length === 1 ? numerals.indexOf(numeral) + 1 : 10 + numerals.indexOf(numeral.slice(1)) + 1;

const sectionOf = (title: string): SectionId | null => keywords.find(({ pattern }) => pattern.test(title))?.id ?? null;

const officialTitle =
  /^(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|政府信息公开行政复议行政诉讼情况|存在的主要问题及改进情况|其他需要报告的事项)$/;

/** Whether a short line has the end of a sentence in it, which a heading has not. */
const isSentence = (text: string): boolean => /[。！？；]./.test(text) || /[；，,;]$/.test(text);

/**
 * Tells whether a line is the heading of a section: a top-level number with a short title, or an official title alone.
 * Rows of 表三 that look like headings (“一、本年新收…”) are not. Where the text runs on after the title in the same
 * paragraph (“一、总体情况。2023年，…”), the title alone is the heading.
 */
export function sectionHeading(line: SourceLine): SectionHeading | null {
  const marked = line.cellsBy === 'marks' ? line.cells.filter((cell) => cell.text !== '') : [];
  if (marked.length > 1 || (line.cellsBy !== 'marks' && line.cells.length > 2)) return null;
  const heading = headingOf(line.text);
  return heading !== null && line.drawn !== null && isBesideRow(textsOf(line.drawn)) ? null : heading;
}

/** Whether the pieces of a drawn line are the label of a group of 表三 and, beside it, that of a row, or parts of them. */
const isBesideRow = ([first = '', ...rest]: readonly string[]): boolean =>
  rest.length > 0 && (startsLabel(first) || rest.some(isApplicationsLabel));

const figuresAfter = /(?:[\s|]+[+-]?[\d.,/]+)+$/;

function isApplicationsLabel(text: string): boolean {
  const match = matchLabel(text);
  return match !== null && match.kind !== 'fragment' && match.meanings.some((meaning) => meaning.table === 't3');
}

/** Whether a line is a row of 表三, or begins with the label of one, whose numbers look like those of headings. */
function isApplicationsRow(text: string): boolean {
  const label = text.replace(figuresAfter, '').trim();
  return [label, label.split(/\s/)[0] ?? ''].some((part) => isApplicationsLabel(part) || startsLabel(part));
}

/** A heading begins with its number, or is one of the short official titles: most lines are told by this alone. */
const mayBeHeading = /^(?:[第一二三四五六七八九十⼀⼆⼋⼗]|[总總主收政存其（(\d０-９].{3,25}$)/;

function headingOf(line: string): SectionHeading | null {
  if (!mayBeHeading.test(line)) return null;
  const head = line.slice(0, 80);
  const plain = toSimplified(compact(head));
  const match = numbered.exec(plain);
  const title = (match?.[3] ?? plain).replace(/[。:：、]+$/, '');
  if (match === null) return line.length > 26 ? null : officialHeading(plain, line.length);
  if (title.length < 2 || isApplicationsRow(head)) return null;
  const number = numberOf(match[1] ?? match[2] ?? '');
  const headed = runningOn(line, number);
  if (headed !== null && headed.length < line.length) return headed;
  if (line.length <= longestHeading && !isSentence(line)) return { id: sectionOf(title), number, length: line.length };
  return headed;
}

/** Numbers of a lower order, or none, that stand before an official title all the same. */
const otherNumber = /^(?:\(([一二三四五六七八九十])\)|(\d)[、.,])[、.]?/;

/** The heading that an official title makes, whatever number it has. */
function officialHeading(plain: string, length: number): SectionHeading | null {
  const match = otherNumber.exec(plain);
  const title = plain.slice(match?.[0].length ?? 0).replace(/[。:：、,]/g, '');
  if (!officialTitle.test(title)) return null;
  const [, numeral, digit] = match ?? [];
  const number = numeral !== undefined ? numberOf(numeral) : digit !== undefined ? Number(digit) : null;
  return { id: sectionOf(title), number, length };
}

/** The lines that can be headings of sections, found once for all who ask. */
export type Headings = ReadonlyMap<SourceItem, SectionHeading>;

export function findHeadings(items: readonly SourceItem[]): Headings {
  const found = new Map<SourceItem, SectionHeading>();
  for (const item of items) {
    const heading = item.kind === 'line' ? sectionHeading(item) : null;
    if (heading !== null) found.set(item, heading);
  }
  return found;
}

const closedTitle = /^[^。：:，,；;]{4,30}?(?:情况|事项|概述|问题)(?=[。：:\s])[。：:]?/;

function runningOn(line: string, number: number): SectionHeading | null {
  const match = closedTitle.exec(line);
  const id = match === null ? null : sectionOf(toSimplified(compact(match[0])));
  return match === null || id === null ? null : { id, number, length: match[0].length };
}
