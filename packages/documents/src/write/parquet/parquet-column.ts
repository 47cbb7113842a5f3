import type { SchemaElement, Writer } from 'hyparquet-writer';
import { ParquetWriter } from 'hyparquet-writer';

type ColumnValue = string | number | bigint | Date | null;

const elements = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  int32: { type: 'INT32' },
  int64: { type: 'INT64' },
  double: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
  instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
} as const satisfies Readonly<Record<string, Omit<SchemaElement, 'name'>>>;

/** One column of a table of rows; each may be null. */
export interface ParquetColumn<Row> {
  readonly name: string;
  readonly type: keyof typeof elements;
  readonly value: (row: Row) => ColumnValue;
}

function schemaOf<Row>(columns: readonly ParquetColumn<Row>[]): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, ...elements[type], repetition_type: 'OPTIONAL' as const })),
  ];
}

/** A table that is written row by row. Rows are held until a group of them is full, then written and let go. */
export class ParquetTable<Row> {
  readonly #columns: readonly ParquetColumn<Row>[];
  readonly #groupRows: number;
  readonly #writer: ParquetWriter;
  #data: ColumnValue[][];
  #rows = 0;

  constructor(writer: Writer, columns: readonly ParquetColumn<Row>[], groupRows: number) {
    this.#columns = columns;
    this.#groupRows = groupRows;
    this.#writer = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'nianbao' });
    this.#data = columns.map(() => []);
  }

  async add(row: Row): Promise<void> {
    this.#columns.forEach(({ value }, at) => {
      this.#data[at]?.push(value(row));
    });
    this.#rows += 1;
    if (this.#rows === this.#groupRows) await this.#write();
  }

  async end(): Promise<void> {
    if (this.#rows > 0) await this.#write();
    await this.#writer.finish();
  }

  async #write(): Promise<void> {
    const columnData = this.#columns.map(({ name }, at) => ({ name, data: this.#data[at] ?? [] }));
    await this.#writer.write({ columnData, rowGroupSize: this.#rows });
    this.#data = this.#columns.map(() => []);
    this.#rows = 0;
  }
}
