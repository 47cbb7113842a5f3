import type { Cell, CellKey, CellKind, Format, TableId } from '@nianbao/core';
import { arithmeticTable } from '@nianbao/core';
import type { CellArea, CellPlace } from '../workbook/cell-place.ts';
import { areaName, areasOf, placeName, rectanglesOf } from '../workbook/cell-place.ts';
import type { ConditionalFormat, Validation } from '../workbook/sheet.ts';
import { brokenFormula, sideFormulas } from './rule-formulas.ts';

export type PlaceOf = ReadonlyMap<CellKey, CellPlace>;

/** The places of cells that the sheet has. */
export const placesOf = (placeOf: PlaceOf, keys: readonly CellKey[]): readonly CellPlace[] =>
  keys.flatMap((key) => placeOf.get(key) ?? []);

/**
 * The rules of arithmetic of one table as conditional formats. The side that a rule asks about is marked strongly, what
 * it disagrees with beside it; errors come before warnings where a cell breaks both.
 */
export function ruleFormats(format: Format, table: TableId, placeOf: PlaceOf): readonly ConditionalFormat[] {
  const areas = (keys: readonly CellKey[]): readonly CellArea[] => areasOf(placesOf(placeOf, keys));
  const rangesOf = (keys: readonly CellKey[]) => areas(keys).map((area) => areaName(area, 'fixed'));
  const bound = arithmeticTable(format).relations.filter(({ cells }) =>
    cells.some((key) => key.startsWith(`${table}.`)),
  );
  const marked = bound.map(({ rule, relation }) => ({
    grade: rule.severity === 'error' ? ('error' as const) : ('warning' as const),
    left: areas(relation.left),
    right: areas(relation.right),
    formula: brokenFormula(relation.comparison, sideFormulas(format, relation, rangesOf)),
  }));
  const ofGrade = (grade: 'error' | 'warning') => marked.filter((one) => one.grade === grade);
  const strong = (grade: 'error' | 'warning') =>
    ofGrade(grade).map(({ left, formula }) => ({ areas: left, formula, mark: `${grade}Broken` as const }));
  const beside = (grade: 'error' | 'warning') =>
    ofGrade(grade)
      .filter(({ right }) => right.length > 0)
      .map(({ right, formula }) => ({ areas: right, formula, mark: `${grade}Beside` as const }));
  return [...strong('error'), ...beside('error'), ...strong('warning'), ...beside('warning')];
}

interface Typing {
  /** True of a number that a cell of this kind may hold. */
  readonly allowed: (cell: string) => string;
  readonly message: string;
}

const typing: Readonly<Record<CellKind, Typing>> = {
  count: {
    allowed: (cell) => `AND(${cell}>=0,${cell}=INT(${cell}))`,
    message: '应填不小于0的整数，不写单位；没有发生的填0，不适用的填“/”。',
  },
  change: {
    allowed: (cell) => `${cell}=INT(${cell})`,
    message: '应填整数，增加填正数，减少填负数；没有变化的填0，不适用的填“/”。',
  },
  money: {
    allowed: (cell) => `AND(${cell}>=0,${cell}=ROUND(${cell},6))`,
    message: '应填不小于0、最多六位小数的数，不写单位；没有发生的填0，不适用的填“/”。',
  },
};

interface TypedArea {
  readonly area: CellArea;
  readonly kind: CellKind;
}

function typedAreas(cells: readonly Cell[], placeOf: PlaceOf): readonly TypedArea[] {
  return [...Map.groupBy(cells, ({ kind }) => kind)].flatMap(([kind, group]) => {
    const keys = group.map(({ key }) => key);
    return rectanglesOf(areasOf(placesOf(placeOf, keys))).map((area) => ({ area, kind }));
  });
}

/** Rule 4 as conditional formats: what is no figure is an error; a blank and “/” are only made visible. */
export function countFormats(cells: readonly Cell[], placeOf: PlaceOf): readonly ConditionalFormat[] {
  const typed = typedAreas(cells, placeOf).map(({ area, kind }) => ({
    area,
    cell: placeName(area.from),
    allowed: typing[kind].allowed(placeName(area.from)),
  }));
  return [
    ...typed.map(({ area, cell, allowed }) => ({
      areas: [area],
      formula: `IF(ISNUMBER(${cell}),NOT(${allowed}),AND(${cell}<>"",${cell}<>"/"))`,
      mark: 'errorBroken' as const,
    })),
    ...typed.map(({ area, cell }) => ({
      areas: [area],
      formula: `OR(ISBLANK(${cell}),${cell}="/")`,
      mark: 'absent' as const,
    })),
  ];
}

/** What may be typed into the figures of a table: rule 4, said at the moment of typing. */
export function countValidations(cells: readonly Cell[], placeOf: PlaceOf): readonly Validation[] {
  return typedAreas(cells, placeOf).map(({ area, kind }) => {
    const cell = placeName(area.from);
    const { allowed, message } = typing[kind];
    const formula = `IF(ISNUMBER(${cell}),${allowed(cell)},${cell}="/")`;
    return { areas: [area], formula, title: '填报要求', message };
  });
}
