import { isDeepStrictEqual } from 'node:util';
import type { CellKey, CellValue, Report } from '@nianbao/core';
import { formatOf } from '@nianbao/core';
import type { ReadFigure } from '../read-result.ts';
import type { SourceOf } from '../source/locate.ts';
import type { SeenAlteration } from './compare-seen.ts';
import type { TextAlteration } from './compare-text.ts';
import { textAlterations } from './compare-text.ts';
import { showsText } from './stand-ins.ts';

/** A figure that a document shows otherwise than the report that it carries. */
export interface CellAlteration {
  readonly kind: 'cell';
  readonly cell: CellKey;
  readonly carried: CellValue;
  readonly shown: CellValue;
  /** Where the document shows it; null where it shows nothing. */
  readonly source: SourceOf | null;
}

/** A date or a number of the head that a document shows otherwise. */
export interface HeadAlteration {
  readonly kind: 'head';
  readonly field: 'agency' | 'year' | 'writtenOn' | 'indexNumber';
  readonly carried: string;
  readonly shown: string;
}

export type Alteration = CellAlteration | TextAlteration | HeadAlteration | SeenAlteration;

/** A document as read from what it shows. */
export interface Shown {
  readonly report: Report;
  readonly figures: ReadonlyMap<string, ReadFigure>;
}

/** What could not be read as a figure is the same where the document shows the same words. */
function sameValue(carried: CellValue, shown: CellValue, figure: ReadFigure | undefined): boolean {
  if (typeof carried === 'object' && carried !== null) return showsText(figure?.text ?? '', carried.unreadable);
  return isDeepStrictEqual(carried, shown);
}

function cellAlterations(carried: Report, { report, figures }: Shown): CellAlteration[] {
  return (formatOf(carried)?.cells ?? []).flatMap(({ key }): CellAlteration[] => {
    const before = carried.facts[key] ?? null;
    const after = report.facts[key] ?? null;
    const figure = figures.get(key);
    if (sameValue(before, after, figure)) return [];
    const source = figure === undefined ? null : { part: figure.part, line: figure.line, column: figure.column };
    return [{ kind: 'cell', cell: key, carried: before, shown: after, source }];
  });
}

const headFields = ['agency', 'year', 'writtenOn', 'indexNumber'] as const;

/** A document need not show every field of the head; one that it shows has to be the carried one. */
function headAlterations(carried: Report, shown: Report): HeadAlteration[] {
  return headFields.flatMap((field): HeadAlteration[] => {
    const before = carried[field];
    const after = shown[field];
    if (before === null || after === null || before === after) return [];
    return [{ kind: 'head', field, carried: String(before), shown: String(after) }];
  });
}

/** Everything in which what was read of a document differs from the report that it carries: figures, head, words. */
export function alterationsOf(carried: Report, shown: Shown): readonly Alteration[] {
  return [
    ...cellAlterations(carried, shown),
    ...headAlterations(carried, shown.report),
    ...textAlterations(carried, shown.report),
  ];
}
