import type { CellValue, Report } from '@nianbao/core';
import { formats } from '@nianbao/core';
import { consistentReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import type { DrawLine } from '../testing/pdf-drawing.ts';
import { dashed, filled, stroked } from '../testing/pdf-drawing.ts';
import { reportAsPdf } from '../testing/pdf-report.ts';

const runs = process.env.NIANBAO_SOAK === undefined ? 3 : 300;
const lines: Readonly<Record<string, DrawLine>> = { stroked, filled, dashed };
const cases = formats.flatMap((format) => Object.entries(lines).map(([name, draw]) => ({ format, name, draw })));

const present = (report: Report): Record<string, CellValue> =>
  Object.fromEntries(Object.entries(report.facts).filter(([, value]) => value !== null));

describe('a report printed as a PDF whose tables break over pages', () => {
  it.each(cases.map(({ format, name, draw }) => [`format of ${format.id}, ${name} lines`, format, draw] as const))(
    '%s: every figure comes back, blanks stay blank',
    async (_, format, draw) => {
      const blanks = fc.uniqueArray(fc.nat({ max: format.cells.length - 1 }), { maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(consistentReports(format), blanks, async (report, indexes) => {
          const facts = { ...report.facts };
          for (const index of indexes) facts[format.cells[index]?.key ?? ''] = null;
          const given = { ...report, facts };
          const read = await readReport(reportAsPdf(given, { draw }), { fileName: 'report.pdf' });
          expect(read.ok && read.report.facts).toEqual(present(given));
        }),
        { numRuns: runs },
      );
    },
  );
});
