import { useMessages } from '../preferences/preferences.tsx';
import styles from './block-editor.module.css';
import type { TableBlock } from './table-edits.ts';
import { tableWidth, withCell, withColumn, withoutLast, withRow } from './table-edits.ts';

interface TableBlockFieldProps {
  readonly table: TableBlock;
  readonly name: string;
  readonly label: string;
  onChange(table: TableBlock): void;
}

/** A table inside the text, cell by cell. */
export function TableBlockField({ table, name, label, onChange }: TableBlockFieldProps) {
  const m = useMessages();
  const columns = Array.from({ length: tableWidth(table) }, (_, column) => column);
  return (
    <div>
      <div className={styles.tableScroll}>
        <table className="nb-inline-table" aria-label={label}>
          <tbody>
            {table.rows.map((row, y) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its position
              <tr key={y}>
                {columns.map((column) => (
                  <td key={column} data-head={y < table.headRows ? '' : undefined}>
                    <input
                      className={styles.tableCell}
                      data-block={name}
                      aria-label={m.text.tableCell(y + 1, column + 1)}
                      value={row[column] ?? ''}
                      onChange={(event) => onChange(withCell(table, { row: y, column }, event.currentTarget.value))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={`actions small no-print ${styles.tableTools}`}>
        <button type="button" className="link-button" onClick={() => onChange(withRow(table))}>
          {m.text.addRow}
        </button>
        <button type="button" className="link-button" onClick={() => onChange(withColumn(table))}>
          {m.text.addColumn}
        </button>
        <button type="button" className="link-button" onClick={() => onChange(withoutLast(table, 'row'))}>
          {m.text.dropRow}
        </button>
        <button type="button" className="link-button" onClick={() => onChange(withoutLast(table, 'column'))}>
          {m.text.dropColumn}
        </button>
      </div>
    </div>
  );
}
