import type { Format, FormatId, StatutoryTable, TableId } from '@nianbao/core';
import { formats } from '@nianbao/core';
import { normaliseLabel } from './normalise.ts';
import { columnSynonyms, groupSynonyms, rowSynonyms } from './synonyms.ts';

/** What a text in a table means. A text may mean several things; the place where it stands decides. */
export type LabelMeaning =
  | { readonly role: 'row'; readonly table: 't2' | 't3'; readonly row: string; readonly formats: readonly FormatId[] }
  | {
      readonly role: 'column';
      readonly table: TableId;
      readonly column: string | null;
      readonly formats: readonly FormatId[];
    }
  /** “第二十条第（一）项”, which opens a part of 表二. */
  | { readonly role: 'band'; readonly table: 't2'; readonly formats: readonly FormatId[] }
  /** A head over columns, a group of rows, or the printed note; `group` names a group of 表四. */
  | { readonly role: 'group'; readonly table: TableId; readonly group: string | null; readonly rows: boolean };

/** Every known wording by its normal form. */
export type LabelBook = ReadonlyMap<string, readonly LabelMeaning[]>;

type Entry = readonly [label: string, meaning: LabelMeaning];

const withSynonyms = (names: readonly string[], label: string, meaning: LabelMeaning): Entry[] =>
  [label, ...names].map((name): Entry => [name, meaning]);

function tableEntries(table: StatutoryTable, format: FormatId): Entry[] {
  const of: readonly FormatId[] = [format];
  const group = (label: string, rows: boolean, name: string | null = null): Entry => [
    label,
    { role: 'group', table: table.id, group: name, rows },
  ];
  const column = (key: string, label: string): Entry[] => {
    const name = `${table.id}.${key}`;
    const synonyms = columnSynonyms[name] ?? columnSynonyms[`${name}${format}`] ?? [];
    return withSynonyms(synonyms, label, { role: 'column', table: table.id, column: key, formats: of });
  };
  const row = (tableId: 't2' | 't3', key: string, label: string): Entry[] =>
    withSynonyms(rowSynonyms[`${tableId}.${key}`] ?? [], label, { role: 'row', table: tableId, row: key, formats: of });
  switch (table.layout) {
    case 'bands':
      return [
        group('信息内容', false),
        ...table.bands.flatMap((band): Entry[] => [
          [band.article, { role: 'band', table: 't2', formats: of }],
          ...band.columns.flatMap((item) => column(item.key, item.label)),
          ...band.rows.flatMap((item) => row('t2', item.key, item.label)),
        ]),
      ];
    case 'matrix':
      return [
        group(table.note, false),
        group('勾稽关系', false),
        group(table.head, false),
        ...table.columnGroups.filter((item) => item.columns.length > 1).map((item) => group(item.label, false)),
        ...(groupSynonyms.t3 ?? []).map((label) => group(label, false)),
        ...table.columns.flatMap((item) => column(item.key, item.label)),
        ...table.rows.flatMap((item) => [
          ...item.groups.map((label) => group(label, true)),
          ...row('t3', item.key, item.label),
        ]),
      ];
    case 'groups':
      return [
        ...table.groups.flatMap((item) =>
          item.labels.map((label, at) => group(label, false, at === item.labels.length - 1 ? item.key : null)),
        ),
        ...(groupSynonyms.t4 ?? []).map((label, at) =>
          group(label, false, at < 2 ? 'litigationDirect' : 'litigationAfterReview'),
        ),
        ...table.columns.flatMap((item) => column(item.key, item.label)),
      ];
  }
}

const sameButFormat = (a: LabelMeaning, b: LabelMeaning): boolean =>
  JSON.stringify({ ...a, formats: null }) === JSON.stringify({ ...b, formats: null });

function merge(meanings: readonly LabelMeaning[], added: LabelMeaning): LabelMeaning[] {
  const at = meanings.findIndex((meaning) => sameButFormat(meaning, added));
  const same = meanings[at];
  if (same === undefined) return [...meanings, added];
  if (same.role === 'group' || added.role === 'group') return [...meanings];
  return meanings.with(at, { ...same, formats: [...new Set([...same.formats, ...added.formats])] });
}

/**
 * Derives the vocabulary from the formats themselves, with the synonyms beside them. The two names of 规范性文件 are one
 * row in both formats, so a local form that uses the other's name is still read.
 */
export function makeLabelBook(all: readonly Format[]): LabelBook {
  const book = new Map<string, LabelMeaning[]>();
  for (const format of all) {
    for (const table of format.tables) {
      for (const [label, meaning] of tableEntries(table, format.id)) {
        const { key, base } = normaliseLabel(label);
        for (const form of new Set([key, base])) {
          if (form !== '') book.set(form, merge(book.get(form) ?? [], meaning));
        }
      }
    }
  }
  return book;
}

export const labelBook: LabelBook = makeLabelBook(formats);
