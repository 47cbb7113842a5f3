import type { CellKey, Report } from '@nianbao/core';
import { cellKeyOf, formatOf, openCheck } from '@nianbao/core';
import { describe, expect, it } from 'vitest';
import { judged } from './compare.ts';
import { loadCases } from './load-cases.ts';

function keyIn(report: Report, name: string): CellKey {
  const format = formatOf(report);
  const key = format === null ? null : cellKeyOf(format, name);
  if (key === null) throw new Error(`no cell ${name}`);
  return key;
}

describe('a form filled in cell by cell finds what the conformance cases say', () => {
  it.each(loadCases().map((one) => [one.title, one] as const))('%s', (_title, one) => {
    const live = openCheck({ ...one.report, facts: {}, preface: [], sections: [] }, one.context);
    live.findings();
    for (const [name, value] of Object.entries(one.report.facts)) live.setFact(keyIn(one.report, name), value);
    live.setText({ preface: one.report.preface, sections: one.report.sections });
    expect(judged(one, live.findings())).toEqual(one.findings);
  });
});
