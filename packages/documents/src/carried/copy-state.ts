import type { Finding } from '@nianbao/core';
import { cellLabel, formatOf, sectionHeading } from '@nianbao/core';
import { readingFinding } from '../findings/reading-finding.ts';
import type { Seen } from '../source/seen.ts';
import type { CarriedReport } from './carried-report.ts';
import { findInside } from './carried-report.ts';
import type { Alteration, Shown } from './compare.ts';
import { alterationsOf } from './compare.ts';
import { alterationsBesides } from './rendition.ts';
import { seenPlace } from './seen-place.ts';

/**
 * What a document is to the report that it carries inside: `none` carries nothing; `unaltered` shows just that report;
 * `altered` shows something else; `broken` carries something that is no report, or one that was changed inside.
 */
export type CopyState =
  | { readonly kind: 'none' }
  | { readonly kind: 'unaltered'; readonly carried: CarriedReport }
  | { readonly kind: 'altered'; readonly carried: CarriedReport; readonly alterations: readonly Alteration[] }
  | { readonly kind: 'broken'; readonly reason: 'malformed' | 'digestDiffers' };

/** A document as it came, and all that a person sees in it. */
export interface GivenDocument {
  readonly bytes: Uint8Array;
  readonly seen: Seen;
}

/**
 * Holds what a document shows against what it carries: what was read of it as the report, and, where the document is
 * given, everything else that a person sees in it.
 */
export async function copyStateOf(
  carriedText: string | null,
  shown: Shown,
  document: GivenDocument | null = null,
): Promise<CopyState> {
  if (carriedText === null) return { kind: 'none' };
  const found = findInside(carriedText);
  if (found.kind !== 'sound') return { kind: 'broken', reason: found.kind };
  const { carried } = found;
  const read = alterationsOf(carried.report, shown);
  const besides = document === null ? [] : await alterationsBesides(found, { ...document, read, report: shown.report });
  const alterations = [...read, ...besides];
  return alterations.length === 0 ? { kind: 'unaltered', carried } : { kind: 'altered', carried, alterations };
}

const shownMost = 5;

function nameOf(alteration: Alteration, { report }: CarriedReport): string {
  switch (alteration.kind) {
    case 'cell': {
      const cell = formatOf(report)?.cells.find(({ key }) => key === alteration.cell);
      return cell === undefined ? alteration.cell : cellLabel(cell);
    }
    case 'head':
      return `${alteration.carried} → ${alteration.shown}`;
    case 'seen':
      return `${seenPlace(alteration).zh}：“${alteration.carried.slice(0, 20)}” → “${alteration.shown.slice(0, 20)}”`;
    case 'text': {
      const section = typeof alteration.section === 'number' ? report.sections[alteration.section] : undefined;
      const words = `“${alteration.carried.slice(0, 20)}” → “${alteration.shown.slice(0, 20)}”`;
      return section === undefined ? words : `${sectionHeading(section)}：${words}`;
    }
  }
}

/** What is to be said of a document that no longer shows what it carries. */
export function copyFindings(state: CopyState): readonly Finding[] {
  switch (state.kind) {
    case 'none':
    case 'unaltered':
      return [];
    case 'broken':
      return [readingFinding('READ-COPY-BROKEN', null)];
    case 'altered': {
      const { alterations, carried } = state;
      const names = alterations.slice(0, shownMost).map((item) => nameOf(item, carried));
      const cells = alterations.flatMap((item) => (item.kind === 'cell' ? [item.cell] : []));
      return [
        readingFinding('READ-COPY-ALTERED', null, {
          cells,
          actual: alterations.length,
          values: { list: alterations.length > shownMost ? [...names, '……'] : names },
        }),
      ];
    }
  }
}
