import type { Text } from '@nianbao/core';
import { cellLabel, findCell, formatOf, sectionHeading } from '@nianbao/core';
import type { Alteration, CarriedReport, CopyState, ReadReport } from '@nianbao/documents';
import { seenPlace } from '@nianbao/documents';

/** One figure or passage that a file shows otherwise than the report inside it has it. */
export type Difference =
  | {
      readonly kind: 'cell';
      readonly cell: string;
      readonly label: string;
      readonly carried: string;
      readonly shown: string;
    }
  | { readonly kind: 'passage'; readonly where: string; readonly carried: string; readonly shown: string }
  /** What stands beside figures and text: a label, a sheet of a workbook, the edge of a page, a property. */
  | { readonly kind: 'place'; readonly where: Text; readonly carried: string; readonly shown: string };

/**
 * Whether a file still shows the report that it carries inside: `broken` where the report inside was itself changed,
 * `none` where there is no report inside.
 */
export interface Verification {
  readonly kind: CopyState['kind'];
  readonly carried: CarriedReport | null;
  readonly differences: readonly Difference[];
}

function valueText(value: CarriedReport['report']['facts'][string]): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? value.unreadable : String(value);
}

function placeOf(section: Extract<Alteration, { kind: 'text' }>['section'], { report }: CarriedReport): string {
  if (section === 'title') return '标题';
  const found = section === 'preface' ? undefined : report.sections[section];
  return found === undefined ? '前言' : sectionHeading(found);
}

function differenceOf(alteration: Alteration, carried: CarriedReport): Difference {
  switch (alteration.kind) {
    case 'cell': {
      const format = formatOf(carried.report);
      const cell = format === null ? null : findCell(format, alteration.cell);
      return {
        kind: 'cell',
        cell: alteration.cell,
        label: cell === null || cell === undefined ? alteration.cell : cellLabel(cell),
        carried: valueText(alteration.carried),
        shown: valueText(alteration.shown),
      };
    }
    case 'head':
      return { kind: 'passage', where: alteration.field, carried: alteration.carried, shown: alteration.shown };
    case 'seen':
      return {
        ...{ kind: 'place', where: seenPlace(alteration) },
        ...{ carried: alteration.carried, shown: alteration.shown },
      };
    case 'text': {
      const { after, carried: before, shown } = alteration;
      const where = placeOf(alteration.section, carried);
      return { kind: 'passage', where, carried: `${after}${before}`, shown: `${after}${shown}` };
    }
  }
}

/** What reading a file told of the report that it carries. */
export function verifyRead({ copy }: ReadReport): Verification {
  switch (copy.kind) {
    case 'none':
    case 'broken':
      return { kind: copy.kind, carried: null, differences: [] };
    case 'unaltered':
      return { kind: 'unaltered', carried: copy.carried, differences: [] };
    case 'altered': {
      const differences = copy.alterations.map((alteration) => differenceOf(alteration, copy.carried));
      return { kind: 'altered', carried: copy.carried, differences };
    }
  }
}
