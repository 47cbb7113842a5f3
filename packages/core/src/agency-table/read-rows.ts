import { agencyKinds, agencyLevels } from '../agencies/agency.ts';
import { agencyKindLabels, agencyLevelLabels } from '../agencies/agency-labels.ts';
import type { Text } from '../findings/message.ts';
import type { AgencyColumn, AgencyEntry } from './columns.ts';
import { agencyColumnKeys, agencyColumns, powerKeys } from './columns.ts';
import type { TableIssue, TableIssueCode } from './issues.ts';

/** A row of a table as a file has it: texts by column, from the first. `row` as a spreadsheet counts it, from 1. */
export interface TextRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A row that was read: what it says of an agency. A column that the table does not have is left out. */
export interface ReadRow {
  readonly row: number;
  readonly id: string;
  readonly parent: string;
  readonly fields: Partial<AgencyEntry> & Pick<AgencyEntry, 'name'>;
}

export interface ReadTable {
  readonly rows: readonly ReadRow[];
  readonly issues: readonly TableIssue[];
  /** Heads that are none of ours: their columns are passed over. */
  readonly ignored: readonly string[];
}

/** Most agencies that one table may have. */
export const longestTable = 5000;
const longestName = 200;
const largestPosition = 1_000_000;

const plain = (text: string) => text.normalize('NFKC').replace(/[\s*＊]/g, '');
const columnOf = new Map(agencyColumnKeys.map((key) => [plain(agencyColumns[key].head), key]));

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001f\u007f]/;
const isName = (text: string) => text.length <= longestName && text.isWellFormed() && !control.test(text);

class RowReader {
  readonly issues: TableIssue[] = [];
  readonly #row: TextRow;
  readonly #at: ReadonlyMap<AgencyColumn, number>;

  constructor(row: TextRow, at: ReadonlyMap<AgencyColumn, number>) {
    this.#row = row;
    this.#at = at;
  }

  has(column: AgencyColumn): boolean {
    return this.#at.has(column);
  }

  text(column: AgencyColumn): string {
    const at = this.#at.get(column);
    return at === undefined ? '' : (this.#row.cells[at] ?? '').trim();
  }

  issue(column: AgencyColumn, code: TableIssueCode, values: TableIssue['values'] = {}): null {
    this.issues.push({ row: this.#row.row, column, code, values });
    return null;
  }

  code(column: AgencyColumn): string | null {
    const text = this.text(column).normalize('NFKC').replace(/\s/g, '').toUpperCase();
    return text === '' ? null : text;
  }

  choice<Key extends string>(
    column: AgencyColumn,
    labels: Readonly<Record<Key, Text>>,
    { keys, code }: { readonly keys: readonly Key[]; readonly code: TableIssueCode },
  ): Key | null {
    const value = this.text(column);
    if (value === '') return null;
    const found = keys.find((key) =>
      [key, labels[key].zh, labels[key].en].some((label) => plain(label) === plain(value)),
    );
    const choices = keys.map((key) => labels[key].zh).join('、');
    return found ?? this.issue(column, code, { value, choices });
  }

  yesOrNo(column: AgencyColumn): boolean | null {
    const value = this.text(column);
    if (value === '') return null;
    if (/^(?:是|yes|true)$/i.test(value)) return true;
    return /^(?:否|no|false)$/i.test(value) ? false : this.issue(column, 'not-yes-or-no', { value });
  }

  powers(): AgencyEntry['powers'] {
    const [licences, penalties, coercions] = powerKeys.map((key) => this.yesOrNo(key));
    const blank = powerKeys.filter((key) => this.text(key) === '');
    if (blank.length > 0 && blank.length < powerKeys.length)
      return this.issue(blank[0] ?? 'licences', 'powers-incomplete');
    if (blank.length > 0) return null;
    return { licences: licences === true, penalties: penalties === true, coercions: coercions === true };
  }

  position(): number | null {
    const value = this.text('position');
    const number = Number(value);
    if (value === '') return null;
    const isPlace = /^\d+$/.test(value) && number <= largestPosition;
    return isPlace ? number : this.issue('position', 'position-wrong', { value });
  }

  name(): string {
    const name = this.text('name');
    if (name === '') this.issue('name', 'name-missing');
    else if (!isName(name)) this.issue('name', 'name-wrong');
    return name;
  }

  read(): ReadRow {
    const kinds = { keys: agencyKinds, code: 'kind-unknown' } as const;
    const levels = { keys: agencyLevels, code: 'level-unknown' } as const;
    const position = this.position();
    return {
      row: this.#row.row,
      id: this.text('id').toLowerCase(),
      parent: this.text('parent'),
      fields: {
        name: this.name(),
        ...(this.has('creditCode') && { creditCode: this.code('creditCode') }),
        ...(this.has('kind') && { kind: this.choice('kind', agencyKindLabels, kinds) }),
        ...(this.has('level') && { level: this.choice('level', agencyLevelLabels, levels) }),
        ...(this.has('regionCode') && { regionCode: this.code('regionCode') }),
        ...(this.has('mayMakeRegulations') && { mayMakeRegulations: this.yesOrNo('mayMakeRegulations') }),
        ...(this.has('licences') && { powers: this.powers() }),
        ...(position !== null && { position }),
      },
    };
  }
}

const tableIssue = (code: TableIssueCode, values: TableIssue['values'], row: number | null = null): TableIssue => ({
  ...{ row, column: null, code, values },
});

function readHeads({ row, cells }: TextRow) {
  const at = new Map<AgencyColumn, number>();
  const issues: TableIssue[] = [];
  const ignored: string[] = [];
  cells.forEach((text, position) => {
    const column = columnOf.get(plain(text));
    if (column === undefined) {
      if (text.trim() !== '') ignored.push(text.trim());
    } else if (at.has(column)) issues.push(tableIssue('column-repeated', { head: agencyColumns[column].head }, row));
    else at.set(column, position);
  });
  const somePowers = powerKeys.some((key) => at.has(key));
  for (const column of ['name', 'parent', ...(somePowers ? powerKeys : [])] as const) {
    if (!at.has(column)) issues.push(tableIssue('column-missing', { head: agencyColumns[column].head }, row));
  }
  return { at, issues, ignored };
}

/** Reads the rows of a table of agencies, and says of every cell that cannot be read what is wrong with it. */
export function readAgencyTable(table: readonly TextRow[]): ReadTable {
  const filled = table.filter(({ cells }) => cells.some((text) => text.trim() !== ''));
  const [heads, ...body] = filled;
  if (heads === undefined) return { rows: [], issues: [tableIssue('table-empty', {})], ignored: [] };
  const { at, issues, ignored } = readHeads(heads);
  if (issues.length > 0) return { rows: [], issues, ignored };
  if (body.length === 0) return { rows: [], issues: [tableIssue('table-empty', {})], ignored };
  if (body.length > longestTable) {
    const values = { count: body.length, most: longestTable };
    return { rows: [], issues: [tableIssue('table-too-long', values)], ignored };
  }
  const readers = body.map((row) => new RowReader(row, at));
  const rows = readers.map((reader) => reader.read());
  return { rows, issues: readers.flatMap((reader) => reader.issues), ignored };
}
