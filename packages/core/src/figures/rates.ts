import type { Text } from '../findings/message.ts';
import type { CellKey } from '../formats/format.ts';
import { findCell } from '../formats/formats.ts';
import type { FigureRow } from './figure-row.ts';
import { figureAt } from './figure-row.ts';
import { rateDefinitions } from './rate-definitions.ts';

/** Below this denominator one case moves a rate by ten points or more, and no rate is given. */
export const smallestDenominator = 10;

/**
 * A rate that readers compute from the statutory tables. Terms are cell names without their table's format: a format
 * that lacks one of them has no such rate. No rate here is a ranking; it describes one organ's own year.
 */
export interface RateDefinition {
  readonly id: string;
  readonly name: Text;
  readonly formula: Text;
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
  /** Taken off the denominator. */
  readonly less: readonly string[];
  /** False where the numerator is no part of the denominator and the rate may exceed 1. */
  readonly share: boolean;
}

/** Why a rate is not given. */
export type NoRateReason = 'notInFormat' | 'absentFigure' | 'smallDenominator' | 'notAShare';

export type Rate =
  | { readonly kind: 'rate'; readonly value: number; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'none'; readonly reason: NoRateReason; readonly cells: readonly CellKey[] };

/** Every rate, in the order in which they are shown. */
export const rates: readonly RateDefinition[] = rateDefinitions;

/** What to tell a reader in place of a rate. */
export const noRateReasons: Readonly<Record<NoRateReason, Text>> = {
  notInFormat: { zh: '该年度的表格没有这些项目', en: 'the tables of that year lack these figures' },
  absentFigure: { zh: '有数据未填或无法识别，不计算', en: 'not computed: a figure is blank or unreadable' },
  smallDenominator: { zh: '分母不足10，不计算', en: 'not computed: the denominator is under 10' },
  notAShare: {
    zh: '分子大于分母，数据有误，不计算',
    en: 'not computed: the part exceeds the whole, so a figure is wrong',
  },
};

/**
 * Computes a rate from a report's figures. A blank, “/” or unreadable term gives no rate, since it stands for no number;
 * so does a denominator under 10, and a share whose part exceeds its whole.
 */
export function computeRate(definition: RateDefinition, row: FigureRow): Rate {
  const terms = [...definition.numerator, ...definition.denominator, ...definition.less];
  const cells = terms.map((term) => findCell(row.format, term));
  if (cells.includes(undefined)) return { kind: 'none', reason: 'notInFormat', cells: [] };
  const absent = cells.flatMap((cell) => (cell !== undefined && figureAt(row, cell) === null ? [cell.key] : []));
  if (absent.length > 0) return { kind: 'none', reason: 'absentFigure', cells: absent };
  const sum = (keys: readonly string[]) =>
    keys.reduce((total, key) => {
      const cell = findCell(row.format, key);
      return total + (cell === undefined ? 0 : (figureAt(row, cell) ?? 0));
    }, 0);
  const numerator = sum(definition.numerator);
  const denominator = sum(definition.denominator) - sum(definition.less);
  if (denominator < smallestDenominator) return { kind: 'none', reason: 'smallDenominator', cells: [] };
  if (definition.share && numerator > denominator) return { kind: 'none', reason: 'notAShare', cells: [] };
  return { kind: 'rate', value: numerator / denominator, numerator, denominator };
}
