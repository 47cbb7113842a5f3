import { markupText } from '../markup-text.ts';
import { paragraph, run } from './paragraphs.ts';

/** A cell of a table in Word, with its place in the grid. */
export interface WordCell {
  readonly text: string;
  readonly style: 'TableText' | 'TableLabel';
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Run properties besides those of the style. */
  readonly run?: string;
  /** Twips left free at each side, where not those of the table. */
  readonly margin?: number | null;
}

export interface WordRow {
  readonly cells: readonly WordCell[];
  /** Comes again at the top of each page that the table runs on to. */
  readonly isHead: boolean;
  /** Stays on the page of the row after it. */
  readonly keepsNext: boolean;
  /** At least so many twips high. */
  readonly height: number;
  /** Colour of the ground, in hexadecimal. */
  readonly shade?: string | null;
}

export interface WordTable {
  /** Twips, one for each column of the grid. */
  readonly widths: readonly number[];
  readonly rows: readonly WordRow[];
  /** Twips left free at the sides of each cell. */
  readonly margin: number;
  /** What the table is, for those who hear it read out. */
  readonly description: string | null;
}

/** A cell that reaches down into the rows after its own. */
interface Reach {
  readonly column: number;
  readonly columnSpan: number;
  readonly lastRow: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

class TableWriter {
  private reaching: Reach[] = [];
  private readonly table: WordTable;

  constructor(table: WordTable) {
    this.table = table;
  }

  row(row: WordRow, at: number): string {
    this.reaching = this.reaching.filter(({ lastRow }) => lastRow >= at);
    const continued = this.reaching.map((reach) => ({ column: reach.column, xml: this.continuation(reach, row) }));
    const begun = row.cells.map((cell) => ({ column: cell.column, xml: this.cell(cell, row) }));
    for (const { column, columnSpan, rowSpan } of row.cells) {
      if (rowSpan > 1) this.reaching.push({ column, columnSpan, lastRow: at + rowSpan - 1 });
    }
    const cells = [...continued, ...begun].sort((a, b) => a.column - b.column).map(({ xml }) => xml);
    const head = row.isHead ? '<w:tblHeader/>' : '';
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${row.height}" w:hRule="atLeast"/>${head}</w:trPr>${cells.join('')}</w:tr>`;
  }

  private properties({ column, columnSpan }: Reach | WordCell, merge: string, rest: string): string {
    const width = sum(this.table.widths.slice(column, column + columnSpan));
    const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
    return `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${rest}<w:vAlign w:val="center"/></w:tcPr>`;
  }

  private continuation(reach: Reach, row: WordRow): string {
    const keep = row.keepsNext ? '<w:keepNext/>' : '';
    return `<w:tc>${this.properties(reach, '<w:vMerge/>', '')}${paragraph('TableText', '', keep)}</w:tc>`;
  }

  private cell(cell: WordCell, row: WordRow): string {
    const merge = cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
    const shade = row.shade == null ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${row.shade}"/>`;
    const keep = row.keepsNext ? '<w:keepNext/>' : '';
    const content = cell.text === '' ? '' : run(cell.text, cell.run);
    const properties = this.properties(cell, merge, shade + cellMargins(cell.margin ?? null));
    return `<w:tc>${properties}${paragraph(cell.style, content, keep)}</w:tc>`;
  }
}

const cellMargins = (margin: number | null): string =>
  margin === null
    ? ''
    : `<w:tcMar><w:left w:w="${margin}" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/></w:tcMar>`;

/** A table of fixed widths with thin black borders; merged cells are written as Word has them. */
export function tableXml(table: WordTable): string {
  const writer = new TableWriter(table);
  const { widths, margin, description } = table;
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar><w:left w:w="${margin}" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/></w:tblCellMar>`,
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>',
    description === null ? '' : `<w:tblCaption w:val="${markupText(description)}"/>`,
    `</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...table.rows.map((row, at) => writer.row(row, at)),
    '</w:tbl>',
  ].join('');
}
