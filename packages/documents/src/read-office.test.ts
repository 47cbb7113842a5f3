import type { CellValue, Report } from '@nianbao/core';
import { formats } from '@nianbao/core';
import { consistentReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from './read-report.ts';
import { wordReport } from './testing/word.ts';
import { workbookReport } from './testing/workbook.ts';

const runs = process.env.NIANBAO_SOAK === undefined ? 8 : 300;

async function readBack(bytes: Uint8Array): Promise<Record<string, CellValue>> {
  const read = await readReport(bytes, { fileName: 'report' });
  if (!read.ok) throw new Error(read.error.code);
  return read.report.facts;
}

/** Blanks are left out of what is read. */
const filled = (report: Report): Record<string, CellValue> =>
  Object.fromEntries(Object.entries(report.facts).filter(([, value]) => value !== null));

const writers: Readonly<Record<string, (report: Report) => Uint8Array>> = {
  'a document of Word': wordReport,
  'a workbook with merged cells': workbookReport,
  'a workbook whose merged cells were taken apart': (report) => workbookReport(report, { merge: false }),
};
const cases = formats.flatMap((format) => Object.keys(writers).map((name) => ({ format, name })));

describe('a report in an office document', () => {
  it.each(cases)('format of $format.id as $name gives back every figure', async ({ format, name }) => {
    const write = writers[name];
    const blanks = fc.uniqueArray(fc.nat({ max: format.cells.length - 1 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(consistentReports(format), blanks, async (report, indexes) => {
        const facts = { ...report.facts };
        for (const index of indexes) facts[format.cells[index]?.key ?? ''] = null;
        const withHoles = { ...report, facts };
        expect(await readBack(write?.(withHoles) ?? new Uint8Array())).toEqual(filled(withHoles));
      }),
      { numRuns: runs },
    );
  });
});
