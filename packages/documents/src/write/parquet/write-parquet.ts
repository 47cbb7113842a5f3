import { formatOf } from '@nianbao/core';
import type { Writer } from 'hyparquet-writer';
import { ByteWriter, fileWriter } from 'hyparquet-writer';
import type { CarriedReport } from '../../carried/carried-report.ts';
import { inTurns } from '../in-turns.ts';
import type { FactRow } from './fact-columns.ts';
import { factColumns } from './fact-columns.ts';
import { ParquetTable } from './parquet-column.ts';
import { reportColumns } from './report-columns.ts';

/** Rows that are held before they are written: the figures of 250 reports, the texts of 500. */
const groupRows = { facts: 50_000, reports: 500 } as const;

/** Where the two tables go: to memory, to a file, or on to somebody. */
interface ParquetTargets {
  readonly facts: Writer;
  readonly reports: Writer;
}

/**
 * Writes reports as two Parquet tables: every figure of every report, and the reports with their texts. Reports are taken
 * one by one; no more than a group of rows is held of them.
 */
async function writeParquetTo(
  targets: ParquetTargets,
  reports: Iterable<CarriedReport> | AsyncIterable<CarriedReport>,
): Promise<void> {
  const facts = new ParquetTable<FactRow>(targets.facts, factColumns, groupRows.facts);
  const table = new ParquetTable<CarriedReport>(targets.reports, reportColumns, groupRows.reports);
  for await (const carried of inTurns(reports)) {
    await table.add(carried);
    const format = formatOf(carried.report);
    for (const cell of format?.cells ?? []) {
      if (format !== null) await facts.add({ carried, format, cell });
    }
  }
  await facts.end();
  await table.end();
}

/** The two tables as bytes. The same reports give the same bytes. */
export async function writeParquet(
  reports: Iterable<CarriedReport> | AsyncIterable<CarriedReport>,
): Promise<{ readonly facts: Uint8Array; readonly reports: Uint8Array }> {
  const targets = { facts: new ByteWriter(), reports: new ByteWriter() };
  await writeParquetTo(targets, reports);
  return { facts: targets.facts.getBytes(), reports: targets.reports.getBytes() };
}

/** `writeParquetTo` into two files; of the tables no more than a group of rows is held. */
export async function writeParquetFiles(
  paths: { readonly facts: string; readonly reports: string },
  reports: Iterable<CarriedReport> | AsyncIterable<CarriedReport>,
): Promise<void> {
  await writeParquetTo({ facts: fileWriter(paths.facts), reports: fileWriter(paths.reports) }, reports);
}
