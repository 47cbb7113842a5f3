import type { FormatId, TableId } from '@nianbao/core';
import type { LabelMeaning } from '../labels/label-book.ts';
import type { LabelMatch } from '../labels/match-label.ts';
import { matchLabel, splitRunTogether } from '../labels/match-label.ts';
import type { RowKind, SourceCell, SourceRow } from '../source/source.ts';
import { isValueText } from './cell-value.ts';
import type { ColumnHead, Run, TableRuns } from './run.ts';

type RowMeaning = Extract<LabelMeaning, { role: 'row' }>;

interface Place {
  readonly cell: SourceCell;
  readonly kind: RowKind;
  readonly digits?: string;
}

/** No table has more heads over its columns, however often they are repeated. */
const mostHeads = 200;

const blank = (cell: SourceCell): boolean => cell.text === '';
const hasValue = (cells: readonly SourceCell[]): boolean => cells.some((cell) => !blank(cell));

/** Whether a row without any label holds figures and, in a cell or two of its own, words: they stand for figures. */
function hasWordsAmongFigures({ kind, cells }: SourceRow): boolean {
  if (kind !== 'marked') return false;
  const words = cells.filter((cell) => !blank(cell) && !isValueText(cell.text));
  return words.length > 0 && words.length * 3 < cells.length && words.every(({ text }) => matchLabel(text) === null);
}

/**
 * Walks over the rows of statutory tables and gathers runs: each label with the cells that follow it. It knows nothing
 * yet of the format; what is found tells the format.
 */
class RunGatherer {
  readonly runs: Run[] = [];
  readonly allHeads: ColumnHead[] = [];
  readonly votes: Record<FormatId, number> = { '2019': 0, '2021': 0 };
  readonly tables = new Set<TableId>();
  #table: TableId | null = null;
  #group: string | null = null;
  /** How many heads of groups of 表四 came since the last figure. */
  #groupHeads = 0;
  #run: Run | null = null;
  #heads: readonly ColumnHead[] = [];
  #headsOpen = false;
  #rowsSeen = false;

  row(row: SourceRow): void {
    if (row.cells.length === 0) {
      this.#endRow(row.kind);
      return;
    }
    if (this.#table === 't4' && hasWordsAmongFigures(row)) {
      this.#start(null, row.kind);
      for (const cell of row.cells) this.#run?.cells.push(cell);
      this.#endRow(row.kind);
      return;
    }
    const startsBare = row.kind !== 'loose' && !row.cells.some((cell) => !blank(cell) && !isValueText(cell.text));
    if (startsBare && !this.#bareRow(row)) return;
    let textInRow = false;
    for (const [at, cell] of row.cells.entries()) {
      if (blank(cell)) this.#blankCell(cell, row);
      else if (isValueText(cell.text)) this.#value(cell, row.kind);
      else {
        this.#text(row, at, textInRow);
        textInRow = true;
      }
    }
    if (row.kind !== 'loose') this.#endRow(row.kind);
  }

  /** A row of figures and blanks alone: figures of a label above, of 表四, or of a row whose label is lost. */
  #bareRow(row: SourceRow): boolean {
    if (!hasValue(row.cells) && !(this.#table === 't4' && row.cells.length >= 5)) return false;
    const waiting = this.#run !== null && this.#run.cells.length === 0 && row.kind === 'laidOut';
    if (!waiting) this.#start(null, row.kind);
    return true;
  }

  #blankCell(cell: SourceCell, row: SourceRow): void {
    if (this.#run === null && this.#table === 't4' && row.kind === 'loose') this.#start(null, row.kind);
    this.#run?.cells.push(cell);
  }

  #value(cell: SourceCell, kind: RowKind): void {
    if (this.#run === null) this.#start(null, kind);
    this.#run?.cells.push(cell);
    this.#groupHeads = 0;
  }

  #text(row: SourceRow, at: number, textInRow: boolean): void {
    const cell = row.cells[at];
    if (cell === undefined) return;
    const match = matchLabel(cell.text);
    if (match === null) {
      this.#unknown(row, at, textInRow);
      return;
    }
    if (match.kind === 'fragment') {
      this.#fragment(cell, match.key, row.kind);
      return;
    }
    const meaning = this.#choose(match, row, at);
    if (this.#table === 't4' && meaning.role === 'column' && meaning.table === 't3') return;
    if (meaning.role !== 'group') this.#vote(meaning);
    switch (meaning.role) {
      case 'row':
        this.#startRow(meaning, match, { cell, kind: row.kind });
        break;
      case 'column':
        this.#head({
          table: meaning.table,
          column: meaning.column,
          cell,
          key: match.key,
          laidOut: row.kind === 'laidOut',
        });
        break;
      case 'band':
        this.#enter('t2');
        this.#heads = [];
        break;
      case 'group':
        this.#groupLabel(meaning, cell, row.kind);
        break;
    }
  }

  /** A piece of a label says nothing by itself; in a head of 表二 it is a head cut off. */
  #fragment(cell: SourceCell, key: string, kind: RowKind): void {
    if (this.#run !== null && this.#run.cells.length > 0) this.#end();
    if (this.#table === 't2' && this.#run === null) {
      this.allHeads.push({ table: 't2', column: null, cell, key, laidOut: kind === 'laidOut' });
    }
  }

  #vote(meaning: Exclude<LabelMeaning, { role: 'group' }>): void {
    const [only, ...more] = meaning.formats;
    if (only !== undefined && more.length === 0 && !(meaning.role === 'row' && meaning.row === 'other')) {
      this.votes[only] += 1;
    }
  }

  /** Which of a label's meanings holds here: “总计” and “其他” are columns, rows and heads by turns. */
  #choose(match: LabelMatch, row: SourceRow, at: number): LabelMeaning {
    const rowMeaning = match.meanings.find((meaning): meaning is RowMeaning => meaning.role === 'row');
    const others = match.meanings.filter((meaning) => meaning.role !== 'row');
    const inTable = others.find((meaning) => meaning.table === this.#table) ?? others[0];
    if (rowMeaning === undefined || inTable === undefined) return rowMeaning ?? inTable ?? fallback;
    if (rowMeaning.row === 'other') return this.#figuresFollow(row, at) ? rowMeaning : inTable;
    if (match.numbered) return rowMeaning;
    const asRow = this.#table === 't3' && this.#rowsSeen && this.#figuresFollow(row, at);
    return asRow ? rowMeaning : inTable;
  }

  #figuresFollow(row: SourceRow, at: number): boolean {
    if (row.kind === 'loose') return true;
    const rest = row.cells.slice(at + 1).filter((cell) => !blank(cell));
    if (hasWordsAmongFigures({ kind: row.kind, cells: rest })) return true;
    return rest.length > 0 ? rest.every((cell) => isValueText(cell.text)) : row.cells.length - at > 5;
  }

  #unknown(row: SourceRow, at: number, textInRow: boolean): void {
    const cell = row.cells[at];
    if (cell === undefined) return;
    const together = splitRunTogether(cell.text);
    const meaning = together?.match.meanings.find((item): item is RowMeaning => item.role === 'row');
    // Digits behind a label are the row's figures where no other stands beside them.
    const next = row.kind === 'loose' ? undefined : row.cells[at + 1];
    if (together !== null && meaning !== undefined && !isValueText(next?.text ?? '')) {
      this.#startRow(meaning, together.match, { cell, kind: row.kind, digits: together.digits });
      this.#end();
      return;
    }
    const run = this.#run;
    if (run !== null && run.label !== null && textInRow && row.kind === 'marked') {
      run.cells.push(cell);
      return;
    }
    if (
      run !== null &&
      run.label !== null &&
      run.cells.length === 0 &&
      (row.kind === 'laidOut' || cell.text.length < 3)
    )
      return;
    this.#end();
    if (this.#table !== null && this.#table !== 't4' && /[\u4e00-\u9fff]{2}/.test(cell.text)) {
      this.#start(cell, row.kind);
    }
  }

  #groupLabel(meaning: Extract<LabelMeaning, { role: 'group' }>, cell: SourceCell, kind: RowKind): void {
    this.#enter(meaning.table);
    if (meaning.table === 't4') {
      this.#group = meaning.group;
      this.#groupHeads += 1;
    }
    if (meaning.rows && kind !== 'laidOut') this.#start(cell, kind);
  }

  #head(head: ColumnHead): void {
    this.#enter(head.table);
    if (!this.#headsOpen)
      this.#heads = head.table === 't2' ? [] : this.#heads.filter((item) => item.table === head.table);
    this.#headsOpen = true;
    // Rows share the list of their heads, which is made anew when one is added: a copy for each row would fill memory.
    if (this.#heads.length < mostHeads) this.#heads = [...this.#heads, head];
    this.allHeads.push(head);
  }

  #enter(table: TableId): void {
    this.#end();
    if (this.#table !== table) {
      this.#heads = [];
      this.#rowsSeen = false;
    }
    this.#table = table;
    this.tables.add(table);
  }

  #startRow({ table, row }: RowMeaning, match: LabelMatch, at: Place): void {
    this.#enter(table);
    this.#headsOpen = false;
    this.#rowsSeen = true;
    const { text, line, column } = at.cell;
    this.#run = {
      table,
      label: { table, row, text, key: match.key, line, column, exact: match.kind === 'known' },
      foreign: null,
      group: null,
      headedBy: null,
      kind: at.kind,
      cells: [],
      heads: this.#heads,
      digits: at.digits ?? null,
    };
  }

  #start(foreign: SourceCell | null, kind: RowKind): void {
    this.#end();
    if (this.#table === null) return;
    this.#run = {
      table: this.#table,
      label: null,
      foreign:
        foreign === null
          ? null
          : {
              text: foreign.text,
              line: foreign.line,
              column: foreign.column,
              isGroup: matchLabel(foreign.text) !== null,
            },
      group: this.#group,
      headedBy: this.#groupHeads === 1 ? this.#group : null,
      kind,
      cells: [],
      heads: this.#heads,
      digits: null,
    };
  }

  #endRow(kind: RowKind): void {
    const run = this.#run;
    if (run === null) return;
    if (run.cells.length > 0 || kind === 'marked') this.#end();
  }

  #end(): void {
    const run = this.#run;
    this.#run = null;
    if (run === null) return;
    if (run.label !== null || hasValue(run.cells) || (run.table === 't4' && run.cells.length >= 15))
      this.runs.push(run);
  }

  finish(): TableRuns {
    this.#end();
    return { runs: this.runs, heads: this.allHeads, votes: this.votes, tables: this.tables };
  }

  /** What stood open at the end of one table does not go on in the next. */
  tableEnd(): void {
    this.#end();
  }
}

const fallback: LabelMeaning = { role: 'group', table: 't3', group: null, rows: false };

/** Gathers the runs of all statutory tables of a document, in order. */
export function gatherRuns(tables: readonly { readonly rows: readonly SourceRow[] }[]): TableRuns {
  const gatherer = new RunGatherer();
  for (const table of tables) {
    for (const row of table.rows) gatherer.row(row);
    gatherer.tableEnd();
  }
  return gatherer.finish();
}
