import type { Block } from '@nianbao/core';
import { MarkedText } from './marked-text.tsx';
import type { Passage } from './passage.ts';

interface InlineTableProps {
  readonly table: Extract<Block, { kind: 'table' }>;
  readonly passages: readonly Passage[];
}

interface TextCell {
  readonly text: string;
  readonly offset: number;
}

/** The cells with their places along the block's text, in which tabs part cells and line breaks part rows. */
function placedCells(rows: readonly (readonly string[])[]): readonly (readonly TextCell[])[] {
  let offset = 0;
  return rows.map((row) => {
    const cells = row.map((text) => {
      const cell = { text, offset };
      offset += text.length + 1;
      return cell;
    });
    if (row.length === 0) offset += 1;
    return cells;
  });
}

const numeric = /^[-−+]?[\d,，.]+%?$/;

/** A table inside the text, as the report has it. */
export function InlineTable({ table, passages }: InlineTableProps) {
  const rows = placedCells(table.rows);
  const cellsOf = (row: readonly TextCell[], head: boolean) =>
    row.map(({ text, offset }) =>
      head ? (
        <th key={offset} scope="col">
          <MarkedText text={text} offset={offset} passages={passages} />
        </th>
      ) : (
        <td key={offset} data-numeric={numeric.test(text) ? '' : undefined}>
          <MarkedText text={text} offset={offset} passages={passages} />
        </td>
      ),
    );
  const part = (shown: readonly (readonly TextCell[])[], head: boolean) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: rows of a published table never move
    shown.map((row, y) => <tr key={y}>{cellsOf(row, head)}</tr>);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="nb-inline-scroll" tabIndex={0} aria-label={table.caption ?? table.rows[0]?.join(' ') ?? ''}>
      <table className="nb-inline-table">
        {table.caption !== null && <caption>{table.caption}</caption>}
        {table.headRows > 0 && <thead>{part(rows.slice(0, table.headRows), true)}</thead>}
        <tbody>{part(rows.slice(table.headRows), false)}</tbody>
      </table>
    </section>
  );
}
