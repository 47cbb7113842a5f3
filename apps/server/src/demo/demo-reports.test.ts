import type { AgencyProfile } from '@nianbao/core';
import { checkReport } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import type { DemoAgency } from './agencies.ts';
import { demoAgencies } from './agencies.ts';
import { demoReport, unfinished } from './reports.ts';

const profileOf = ({ name, kind, level }: DemoAgency): AgencyProfile => ({
  ...{ name, kind, level },
  mayMakeRegulations: false,
  powers: null,
});

describe.each(demoAgencies)('demonstration reports of $name', (agency) => {
  const context = { stage: 'publication', agency: profileOf(agency) } as const;

  test('2024 is in order', () => {
    expect(checkReport(demoReport(agency, 2024), context).findings).toEqual([]);
  });

  test('2025 is in order, and follows from 2024', () => {
    const prior = demoReport(agency, 2024);
    expect(checkReport(demoReport(agency, 2025), { ...context, prior }).findings).toEqual([]);
  });

  test('the unfinished one has errors to be mended', () => {
    const { findings } = checkReport(unfinished(demoReport(agency, 2025)), context);
    expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(2);
  });
});
