import type { Finding } from '@nianbao/core';
import { ruleById } from '@nianbao/core';
import type { Total } from '../figures/totals.ts';

/** Where a person is taken to mend a finding. */
export type Anchor =
  | { readonly kind: 'cell'; readonly key: string }
  | {
      readonly kind: 'text';
      readonly section: 'title' | 'preface' | number;
      readonly block: number;
      readonly start: number;
      readonly end: number;
      /** The passage itself, to find it where the text is shown and not edited. */
      readonly quote: string;
    };

/**
 * The one place at which a finding is shown: the figure that would mend it, else its passage, else the total of an
 * equation, else its first cell. Null for a finding on the report as a whole.
 */
export function anchorOf(finding: Finding, totals: ReadonlyMap<string, Total>): Anchor | null {
  const { cells, place, repair } = finding;
  if (repair === null && place?.kind === 'text') {
    const { section, block, start, end, quote } = place;
    return { kind: 'text', section, block, start, end, quote };
  }
  const total = ruleById.get(finding.rule)?.kind === 'linear' ? cells.find((cell) => totals.has(cell)) : undefined;
  const key = repair?.cell ?? total ?? cells[0];
  return key === undefined ? null : { kind: 'cell', key };
}

/** Findings by the cell that they are shown at. */
export function findingsByCell(
  findings: readonly Finding[],
  totals: ReadonlyMap<string, Total>,
): ReadonlyMap<string, readonly Finding[]> {
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    const anchor = anchorOf(finding, totals);
    if (anchor?.kind !== 'cell') continue;
    const shown = byCell.get(anchor.key);
    if (shown === undefined) byCell.set(anchor.key, [finding]);
    else shown.push(finding);
  }
  return byCell;
}

/** The finding before or after the current one in the order of the list, going round; null when there is none. */
export function stepFinding(keys: readonly string[], current: string | null, by: 1 | -1): string | null {
  if (keys.length === 0) return null;
  const at = current === null ? -1 : keys.indexOf(current);
  if (at === -1) return keys[by === 1 ? 0 : keys.length - 1] ?? null;
  return keys[(at + by + keys.length) % keys.length] ?? null;
}
