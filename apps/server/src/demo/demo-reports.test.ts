import type { AgencyProfile, Report } from '@nianbao/core';
import { checkReport, mergedReport } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import type { DemoAgency } from './agencies.ts';
import { demoAgencies, demoMerger } from './agencies.ts';
import type { DemoYear } from './reports.ts';
import { demoReport, reportsFor, unfinished } from './reports.ts';

const profileOf = ({ name, kind, level }: DemoAgency): AgencyProfile => ({
  ...{ name, kind, level },
  mayMakeRegulations: false,
  powers: null,
});

const reporting = (year: DemoYear) => demoAgencies.filter((agency) => reportsFor(agency, year));

const contextOf = (agency: DemoAgency, { agency: name }: Report) =>
  ({ stage: 'publication', agency: { ...profileOf(agency), name: name ?? agency.name } }) as const;

/** What a body's report for 2025 follows from. */
function priorOf(agency: DemoAgency): Report | null {
  const { from, to } = demoMerger;
  const bodies = agency.key === to ? demoAgencies.filter(({ key }) => from.some((one) => one === key)) : [agency];
  return mergedReport(bodies.map((body) => demoReport(body, 2024)));
}

test.each(reporting(2024))('2024 of $name is in order', (agency) => {
  const report = demoReport(agency, 2024);
  expect(checkReport(report, contextOf(agency, report)).findings).toEqual([]);
});

describe.each(reporting(2025))('demonstration report of $name for 2025', (agency) => {
  const report = demoReport(agency, 2025);
  const context = contextOf(agency, report);

  test('is in order, and follows from 2024', () => {
    const prior = priorOf(agency);
    expect(prior).not.toBeNull();
    expect(checkReport(report, { ...context, prior }).findings).toEqual([]);
  });

  test('repeats no other body’s', () => {
    const others = reporting(2025).filter(({ key }) => key !== agency.key);
    const peers = others.map((other) => ({ name: other.name, report: demoReport(other, 2025) }));
    expect(checkReport(report, { ...context, peers }).findings).toEqual([]);
  });

  test('unfinished, has errors to be mended', () => {
    const { findings } = checkReport(unfinished(report), context);
    expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(2);
  });
});
