import type { CellValue, Report } from '@nianbao/core';
import { formats } from '@nianbao/core';
import { consistentReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from './read-report.ts';
import { blankSafe, layouts } from './testing/layouts.ts';

const runs = process.env.NIANBAO_SOAK === undefined ? 12 : 300;

async function readBack(text: string): Promise<Record<string, CellValue>> {
  const read = await readReport(new TextEncoder().encode(text), { fileName: 'report' });
  if (!read.ok) throw new Error(read.error.code);
  return read.report.facts;
}

/** Blanks are left out of what is read. */
const filled = (report: Report): Record<string, CellValue> =>
  Object.fromEntries(Object.entries(report.facts).filter(([, value]) => value !== null));

const cases = formats.flatMap((format) => Object.keys(layouts).map((name) => ({ format, name })));

const nameOf = ({ format, name }: (typeof cases)[number]) => `format of ${format.id} as ${name}`;

function layoutOf(name: string) {
  const layout = layouts[name];
  if (layout === undefined) throw new Error(`no layout ${name}`);
  return layout;
}

describe('a report in any layout', () => {
  it.each(cases.map((item) => [nameOf(item), item] as const))(
    '%s gives back every figure',
    async (_, { format, name }) => {
      await fc.assert(
        fc.asyncProperty(consistentReports(format), async (report) => {
          expect(await readBack(layoutOf(name)(report))).toEqual(filled(report));
        }),
        { numRuns: runs },
      );
    },
  );

  const holed = cases.filter(({ name }) => blankSafe.includes(name));
  it.each(holed.map((item) => [nameOf(item), item] as const))(
    '%s keeps figures beside blank cells in place',
    async (_, { format, name }) => {
      const blanks = fc.uniqueArray(fc.nat({ max: format.cells.length - 1 }), { maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(consistentReports(format), blanks, async (report, indexes) => {
          const facts = { ...report.facts };
          for (const index of indexes) facts[format.cells[index]?.key ?? ''] = null;
          const withHoles = { ...report, facts };
          expect(await readBack(layoutOf(name)(withHoles))).toEqual(filled(withHoles));
        }),
        { numRuns: runs },
      );
    },
  );
});
