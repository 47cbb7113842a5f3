import type { Finding } from '../findings/finding.ts';
import type { Format } from '../formats/format.ts';
import { ruleById } from './catalogue.ts';

const catalogueOrder = new Map([...ruleById.keys()].map((id, at) => [id, at]));

/** Where a finding stands: those on figures first, by table and cell, then those on text, then those on the whole. */
function sortKey(format: Format | null, finding: Finding): readonly number[] {
  const first = finding.cells[0];
  const rule = catalogueOrder.get(finding.rule) ?? catalogueOrder.size;
  if (first !== undefined) return [0, format?.indexOf.get(first) ?? 0, rule];
  if (finding.place?.kind === 'source') return [1, finding.place.line, finding.place.column, rule];
  if (finding.place?.kind === 'text') {
    const { section, block, start, end } = finding.place;
    const at = section === 'title' ? -2 : section === 'preface' ? -1 : section;
    return [2, at, block, start, end, rule];
  }
  return [3, rule];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Puts findings in the one order that every door shows them in. Findings at the same place keep the order they came in. */
export function inOrder(format: Format | null, findings: Iterable<Finding>): readonly Finding[] {
  return Array.from(findings, (finding) => ({ finding, key: sortKey(format, finding) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ finding }) => finding);
}
