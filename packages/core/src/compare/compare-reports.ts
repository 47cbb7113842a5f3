import type { CellValue } from '../figures/facts.ts';
import type { Block } from '../report/blocks.ts';
import { blockText } from '../report/blocks.ts';
import { canonicalJson } from '../report/digest.ts';
import type { Contact, Report, ReportSection } from '../report/report.ts';
import { formatOf } from '../report/report.ts';
import type { Aligned } from './aligned.ts';
import { align } from './aligned.ts';

/** A cell that two versions give otherwise; a blank is null. */
export interface ChangedCell {
  readonly key: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** A part of a report's head that two versions give otherwise. */
export interface ChangedHead {
  readonly field: 'agency' | 'title' | 'publishedOn' | 'writtenOn' | 'indexNumber' | 'contact';
  readonly before: string | Contact | null;
  readonly after: string | Contact | null;
}

/** A block in one version beside the same in the other; what is there in one alone has null in the other. */
export interface ComparedBlock {
  readonly change: 'none' | 'changed' | 'added' | 'removed';
  readonly before: Block | null;
  readonly after: Block | null;
}

/** A section in one version beside the same in the other; `section` is its position there, null for the preface. */
export interface ComparedSection {
  readonly change: ComparedBlock['change'];
  readonly before: { readonly section: number | null; readonly title: string } | null;
  readonly after: { readonly section: number | null; readonly title: string } | null;
  readonly blocks: readonly ComparedBlock[];
}

/** What differs between two versions of a report. */
export interface Comparison {
  /** In the order of the official tables. */
  readonly cells: readonly ChangedCell[];
  readonly head: readonly ChangedHead[];
  /** The preface, and every section of either, in reading order; what did not change too, so that it can be shown. */
  readonly sections: readonly ComparedSection[];
}

const differ = (a: unknown, b: unknown) => canonicalJson(a) !== canonicalJson(b);

function changedCells(before: Report, after: Report): ChangedCell[] {
  const keys = [formatOf(before), formatOf(after)].flatMap((format) => format?.cells.map(({ key }) => key) ?? []);
  const all = new Set<string>([...keys, ...Object.keys(before.facts), ...Object.keys(after.facts)]);
  return [...all].flatMap((key) => {
    const change = { key, before: before.facts[key] ?? null, after: after.facts[key] ?? null };
    return differ(change.before, change.after) ? [change] : [];
  });
}

const headFields = ['agency', 'title', 'publishedOn', 'writtenOn', 'indexNumber', 'contact'] as const;

function changedHead(before: Report, after: Report): ChangedHead[] {
  return headFields.flatMap((field) =>
    differ(before[field], after[field]) ? [{ field, before: before[field], after: after[field] }] : [],
  );
}

/** Pieces of two letters: enough to tell a changed paragraph from another one. */
function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) pieces.add(text.slice(at, at + 2));
  return pieces;
}

/** How much two texts have in common, 0 to 1. */
function likenessOf(a: string, b: string): number {
  const [pieces, others] = [piecesOf(a), piecesOf(b)];
  const common = [...pieces].filter((piece) => others.has(piece)).length;
  return pieces.size + others.size === 0 ? 0 : (2 * common) / (pieces.size + others.size);
}

/** From this likeness on, a block that went and one that came are one that was changed. */
const sameBlock = 0.35;

function comparedBlock({ before, after }: Aligned<Block>): ComparedBlock {
  if (before === null) return { change: 'added', before, after };
  if (after === null) return { change: 'removed', before, after };
  return { change: differ(before, after) ? 'changed' : 'none', before, after };
}

/** Pairs what went with what came in its place, in order, where the words are alike. */
function pairedRun(removed: readonly Block[], added: readonly Block[]): ComparedBlock[] {
  const alike = (a: Block, b: Block) => a.kind === b.kind && likenessOf(blockText(a), blockText(b)) >= sameBlock;
  return align(removed, added, alike).map(comparedBlock);
}

function comparedBlocks(before: readonly Block[], after: readonly Block[]): ComparedBlock[] {
  const compared: ComparedBlock[] = [];
  let removed: Block[] = [];
  let added: Block[] = [];
  const endRun = () => {
    compared.push(...pairedRun(removed, added));
    [removed, added] = [[], []];
  };
  for (const pair of align(before, after, (a, b) => !differ(a, b))) {
    if (pair.before !== null && pair.after !== null) {
      endRun();
      compared.push(comparedBlock(pair));
    } else if (pair.before !== null) removed.push(pair.before);
    else if (pair.after !== null) added.push(pair.after);
  }
  endRun();
  return compared;
}

interface PlacedSection {
  readonly section: number | null;
  readonly title: string;
  readonly id: ReportSection['id'];
  readonly blocks: readonly Block[];
}

const placed = ({ sections }: Report): PlacedSection[] =>
  sections.map(({ id, title, blocks }, section) => ({ section, title, id, blocks }));

/** The same section: the same of the six, or under the same heading. */
function isSameSection(a: PlacedSection, b: PlacedSection): boolean {
  return a.id === null || b.id === null ? a.title === b.title : a.id === b.id;
}

function comparedSection({ before, after }: Aligned<PlacedSection>): ComparedSection {
  const named = (one: PlacedSection | null) => (one === null ? null : { section: one.section, title: one.title });
  const blocks = comparedBlocks(before?.blocks ?? [], after?.blocks ?? []);
  const both = { before: named(before), after: named(after), blocks };
  if (before === null) return { change: 'added', ...both };
  if (after === null) return { change: 'removed', ...both };
  const same = before.title === after.title && blocks.every(({ change }) => change === 'none');
  return { change: same ? 'none' : 'changed', ...both };
}

/** Compares two versions of a report: cell by cell, and its text block by block in the sections that correspond. */
export function compareReports(before: Report, after: Report): Comparison {
  const preface = (report: Report): PlacedSection => ({ section: null, title: '', id: null, blocks: report.preface });
  return {
    cells: changedCells(before, after),
    head: changedHead(before, after),
    sections: [
      comparedSection({ before: preface(before), after: preface(after) }),
      ...align(placed(before), placed(after), isSameSection).map(comparedSection),
    ],
  };
}
