import type { Report } from '@nianbao/core';
import { formats } from '@nianbao/core';
import { writtenReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carry } from './carried/carried-report.ts';
import { readReport } from './read-report.ts';
import { documentFormatIds, writeReport } from './write/document-formats.ts';

/** A few that are always the same, or very many that are new each time. */
const parameters = process.env.NIANBAO_SOAK === undefined ? { numRuns: 6, seed: 2026 } : { numRuns: 1000 };

const filled = (report: Report) =>
  Object.fromEntries(Object.entries(report.facts).filter(([, value]) => value !== null));

const cases = documentFormatIds.flatMap((id) => formats.map((format) => [id, format.id, format] as const));

describe.each(cases)('a report written as %s in the format of %s', (id, _, format) => {
  it('is the same when it is read again', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const bytes = await writeReport(id, carry(report, null));
        const read = await readReport(bytes, { fileName: `report.${id}` });
        if (!read.ok) throw new Error(read.error.message.en);
        expect(filled(read.report)).toEqual(filled(report));
        if (id === 'csv') return;
        expect(read.copy.kind === 'altered' ? read.copy.alterations : read.copy.kind).toBe('unaltered');
        expect(read.report).toEqual(report);
      }),
      { ...parameters, endOnFailure: true },
    );
  });
});
