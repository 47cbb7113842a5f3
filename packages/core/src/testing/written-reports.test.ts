import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats } from '../formats/formats.ts';
import { reportSchema } from '../report/report.ts';
import { writtenReports } from './written-reports.ts';

describe.each(formats)('generated reports in the format of $id', (format) => {
  it('are reports', () => {
    fc.assert(
      fc.property(writtenReports(format), (report) => {
        expect(reportSchema.parse(report)).toEqual(report);
      }),
      { numRuns: 50 },
    );
  });
});
