import type { Report } from '@nianbao/core';
import { formatOf } from '@nianbao/core';
import type { CarriedReport } from '../../carried/carried-report.ts';
import { carriedReportSchema } from '../../carried/carried-report.ts';
import { reportSchemaId } from './schema-id.ts';

/** The figures in the order of the official tables. */
function inOfficialOrder(report: Report): Report['facts'] {
  const cells = formatOf(report)?.cells ?? [];
  return Object.fromEntries(
    cells.flatMap(({ key }) => {
      const value = report.facts[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** Writes a report as JSON to read and to compute with, by the schema of `docs/report.schema.json`. */
export async function writeJson(carried: CarriedReport): Promise<Uint8Array> {
  // Parsing puts all members in the order of the schema, so that equal reports are equal files.
  const { report, ...marks } = carriedReportSchema.parse(carried);
  const document = { $schema: reportSchemaId, ...marks, report: { ...report, facts: inOfficialOrder(report) } };
  return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
}
