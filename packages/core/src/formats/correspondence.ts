import type { CellValue, Facts } from '../figures/facts.ts';
import { scaleFigure, unscaleFigure } from '../figures/figure-row.ts';
import type { Text } from '../findings/message.ts';
import type { CellKey, CellKind, Format, FormatId } from './format.ts';
import { format2019 } from './format-2019.ts';
import { format2021 } from './format-2021.ts';
import { findCell } from './formats.ts';
import { keysAt } from './keys-at.ts';

/**
 * How the figures of the 2019 and the 2021 format stand to each other: the `same` figure; one with a `changedMeaning`,
 * to be compared only with a break mark and its reason; one that the other format `merged` from several; or `none`.
 */
export type Correspondence =
  | { readonly kind: 'same'; readonly earlier: CellKey; readonly later: CellKey }
  | { readonly kind: 'changedMeaning'; readonly earlier: CellKey; readonly later: CellKey; readonly reason: Text }
  | { readonly kind: 'merged'; readonly earlier: CellKey; readonly later: readonly CellKey[] }
  | { readonly kind: 'none'; readonly format: FormatId; readonly cell: CellKey; readonly reason: Text };

const reasons = {
  normativeDocuments: {
    zh: '2021年起只统计“行政规范性文件”，范围比原“规范性文件”窄；“新制作”“对外公开总数量”改为“制发”“现行有效”。',
    en: 'From 2021 only administrative normative documents count, fewer than before; made and disclosed in total became issued and in force.',
  },
  regulations: {
    zh: '2021年起“新制作”“对外公开总数量”改为“制发”“现行有效”。',
    en: 'From 2021 made and disclosed in total became issued and in force.',
  },
  newlyDisclosed: { zh: '“本年新公开数量”一栏2021年起取消。', en: 'Newly disclosed is no longer counted from 2021.' },
  repealed: { zh: '“本年废止件数”一栏2021年起新增。', en: 'Repealed is counted only from 2021.' },
  items: { zh: '项目数量及增减2021年起不再统计。', en: 'Numbers of items and their change are not counted from 2021.' },
  feesItems: {
    zh: '收费2019年格式统计项目数，2021年起改为金额（万元），两者不可比。',
    en: 'Fees were counted as items until 2020 and as an amount (万元) from 2021; the two cannot be compared.',
  },
  dropped: { zh: '这一行2021年起取消。', en: 'This row was dropped in 2021.' },
} as const satisfies Record<string, Text>;

/** The columns of documents that took each other's place, and those that have no counterpart. */
const documentColumns = [
  { earlier: 'made', later: 'issued' },
  { earlier: 'totalDisclosed', later: 'inForce' },
] as const;

function documents(row: 'regulations' | 'normativeDocuments'): Correspondence[] {
  const earlier = (column: string) => keysAt(format2019, { table: 't2', rows: [row], columns: [column] });
  const later = (column: string) => keysAt(format2021, { table: 't2', rows: [row], columns: [column] });
  return [
    ...documentColumns.flatMap((pair) =>
      earlier(pair.earlier).flatMap((from) =>
        later(pair.later).map((to) => ({
          kind: 'changedMeaning' as const,
          earlier: from,
          later: to,
          reason: reasons[row],
        })),
      ),
    ),
    ...none('2019', earlier('disclosed'), reasons.newlyDisclosed),
    ...none('2021', later('repealed'), reasons.repealed),
  ];
}

function none(format: FormatId, cells: readonly CellKey[], reason: Text): Correspondence[] {
  return cells.map((cell) => ({ kind: 'none', format, cell, reason }));
}

/** Cells of the 2019 format that the 2021 format has under the same key and with the same meaning. */
function unchanged(): Correspondence[] {
  return format2019.cells.flatMap((cell): Correspondence[] => {
    const later = findCell(format2021, cell.key);
    return later === undefined || ['regulations', 'normativeDocuments'].includes(cell.row)
      ? []
      : [{ kind: 'same', earlier: cell.key, later: later.key }];
  });
}

function otherHandling(): Correspondence[] {
  return format2019.tables[1].columns.flatMap(({ key: column }) =>
    keysAt(format2019, { table: 't3', rows: ['other'], columns: [column] }).map((earlier) => ({
      kind: 'merged',
      earlier,
      later: keysAt(format2021, {
        table: 't3',
        rows: ['other.overdueCorrection', 'other.overdueFee', 'other.otherHandling'],
        columns: [column],
      }),
    })),
  );
}

const itemRows = ['licences', 'penalties', 'coercions'];

/** Every cell of both formats, once: what it corresponds to, or why it corresponds to nothing. */
export const correspondences: readonly Correspondence[] = [
  ...documents('regulations'),
  ...documents('normativeDocuments'),
  ...none(
    '2019',
    keysAt(format2019, { table: 't2', rows: itemRows, columns: ['priorYearItems', 'change'] }),
    reasons.items,
  ),
  ...none('2019', keysAt(format2019, { table: 't2', rows: ['otherServices', 'procurement'] }), reasons.dropped),
  ...none('2019', keysAt(format2019, { table: 't2', rows: ['fees'] }), reasons.feesItems),
  ...none('2021', keysAt(format2021, { table: 't2', rows: ['fees'] }), reasons.feesItems),
  ...otherHandling(),
  ...unchanged(),
];

/**
 * A figure of one format in terms of another: `value` is comparable with the sum of the `cells`. With a `breakReason`
 * a chart or table must mark the break between the two and say why.
 */
export interface ComparableFigure {
  readonly cells: readonly CellKey[];
  readonly value: CellValue;
  readonly breakReason: Text | null;
}

/**
 * The sum of several cells of one kind, with the four states kept apart: a text makes it unreadable, a blank makes it
 * blank, “/” adds nothing, and all “/” stay “/”.
 */
export function sumOfCells(kind: CellKind, facts: Facts, cells: readonly CellKey[]): CellValue {
  const values = cells.map((key) => facts[key] ?? null);
  const text = values.find((value) => typeof value === 'object' && value !== null);
  if (text !== undefined) return text;
  if (values.includes(null)) return null;
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0) return '/';
  return unscaleFigure(
    kind,
    numbers.reduce((sum, number) => sum + (scaleFigure(kind, number) ?? 0), 0),
  );
}

function comparable(facts: Facts, forwards: boolean, one: Correspondence): ComparableFigure[] {
  switch (one.kind) {
    case 'none':
      return [];
    case 'same':
    case 'changedMeaning': {
      const [from, to] = forwards ? [one.earlier, one.later] : [one.later, one.earlier];
      return [{ cells: [to], value: facts[from] ?? null, breakReason: one.kind === 'same' ? null : one.reason }];
    }
    case 'merged':
      return forwards
        ? [{ cells: one.later, value: facts[one.earlier] ?? null, breakReason: null }]
        : [{ cells: [one.earlier], value: sumOfCells('count', facts, one.later), breakReason: null }];
  }
}

/**
 * Brings the figures of a report into another format, as far as they can be compared there. Between equal formats every
 * cell corresponds to itself.
 */
export function comparableFigures(facts: Facts, from: Format, to: Format): readonly ComparableFigure[] {
  if (from.id === to.id) {
    return to.cells.map(({ key }) => ({ cells: [key], value: facts[key] ?? null, breakReason: null }));
  }
  return correspondences.flatMap((one) => comparable(facts, from.id === '2019', one));
}
