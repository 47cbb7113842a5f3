import type { CellKey, Format } from '../formats/format.ts';
import { keysAt } from '../formats/keys-at.ts';
import type { Report } from '../report/report.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

interface TypedSubtotal {
  /** The group's official label, and the cells that it would sum, for each column. */
  readonly group: string;
  readonly columns: readonly (readonly CellKey[])[];
}

interface Compared {
  readonly typed: number | null;
  readonly sum: number | null;
}

const withoutNumbering = (label: string): string =>
  label
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^(\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+[.、])/, '')
    .replace(/[:：]$/, '');

/** The groups of 表三 whose own line has no cells, by their label without its number. */
function groupsOf(format: Format): ReadonlyMap<string, TypedSubtotal> {
  const table = format.tables[1];
  const labels = [...new Set(table.rows.flatMap(({ groups }) => groups.slice(1)))];
  return new Map(
    labels.map((group) => {
      const rows = table.rows.filter(({ groups }) => groups.includes(group)).map(({ key }) => key);
      const columns = table.columns.map(({ key }) => keysAt(format, { table: 't3', rows, columns: [key] }));
      return [withoutNumbering(group), { group, columns }];
    }),
  );
}

function typedNumber(text: string): number | null {
  const digits = text.normalize('NFKC').replaceAll(/[\s,]/g, '');
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}

function sumOf(report: Report, cells: readonly CellKey[]): number | null {
  let sum = 0;
  for (const key of cells) {
    const value = report.facts[key];
    if (typeof value === 'number') sum += value;
    else if (value !== '/') return null;
  }
  return sum;
}

/** The first column in which the typed figure is not the sum of the rows; null where all agree or cannot be compared. */
function contradiction(columns: TypedSubtotal['columns'], figures: readonly Compared[]): Failure | null {
  const at = figures.findIndex(({ typed, sum }) => typed !== null && sum !== null && typed !== sum);
  const figure = figures[at];
  return figure === undefined ? null : { actual: figure.typed, expected: figure.sum, cells: columns[at] ?? [] };
}

function* typedSubtotals({ report, format }: CheckInput): Iterable<Failure> {
  let groups: ReadonlyMap<string, TypedSubtotal> | null = null;
  for (const [at, section] of report.sections.entries()) {
    if (section.id !== 'applications') continue;
    for (const [block, row] of section.blocks.entries()) {
      if (row.kind !== 'localRow') continue;
      groups ??= groupsOf(format);
      const subtotal = groups.get(withoutNumbering(row.label));
      if (subtotal === undefined) continue;
      const typed = row.values.map(typedNumber);
      if (typed.every((number) => number === null)) continue;
      const sums = subtotal.columns.map((cells) => sumOf(report, cells));
      const compared = typed.length === sums.length ? typed.map((it, i) => ({ typed: it, sum: sums[i] ?? null })) : [];
      const place = { section: at, sectionId: section.id, block, start: 0, end: row.label.length, quote: row.label };
      yield {
        ...(contradiction(subtotal.columns, compared) ?? { severity: 'notice' }),
        instance: subtotal.group,
        place: { kind: 'text', ...place },
        values: {
          group: subtotal.group,
          typed: row.values,
          sums: sums.map((sum) => String(sum ?? '…')),
        },
      };
    }
  }
}

/** Rule 5: the groups of 表三 have no figures of their own; a subtotal that somebody typed is named, and compared. */
export const applicationsSubtotals: PredicateRule = {
  kind: 'predicate',
  id: 'T3-SUBTOTAL-TYPED',
  number: 5,
  severity: 'warning',
  regradable: true,
  basis: '表三“（三）不予公开”等分组行不设数据格（国办公开办函〔2019〕60号、〔2021〕30号）',
  needs: [],
  title: { zh: '分组行填了小计', en: 'A subtotal was typed into a group’s line' },
  message: {
    zh: '“{group}”是分组，本身不填数；表中填了“{typed}”，该组各行之和为“{sums}”。',
    en: '“{group}” is a group without figures of its own; the table says “{typed}” there, its rows add up to “{sums}”.',
  },
  instruction: {
    zh: '请删去分组行的小计；小计由系统按各行相加得出。',
    en: 'Remove the subtotal; it is derived from the rows of the group.',
  },
  cells: (format) => keysAt(format, { table: 't3' }),
  readsText: true,
  check: typedSubtotals,
};
