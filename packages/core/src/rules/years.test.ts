import { describe, expect, test } from 'vitest';
import type { Facts } from '../figures/facts.ts';
import type { Finding } from '../findings/finding.ts';
import { exampleReport, findingsOf, sentencesOf } from '../testing/example-report.ts';
import { checkReport } from './check.ts';
import { defaultRegionSettings } from './region-settings.ts';

interface Years {
  readonly rule: string;
  readonly year?: number;
  readonly now: Facts;
  readonly before: Facts;
  readonly priorYear?: number;
}

function found({ rule, year = 2024, now, before, priorYear = year - 1 }: Years): readonly Finding[] {
  const prior = exampleReport({ year: priorYear, facts: before });
  return findingsOf(rule, exampleReport({ year, facts: now }), { prior });
}

const brief = (findings: readonly Finding[]) =>
  findings.map((finding) => {
    sentencesOf(finding);
    return [finding.instance, finding.expected, finding.actual, finding.severity];
  });

type Expected = readonly (readonly [string | null, number | null, number | null, string])[];

const carriedOut = { 't3.carriedOut.naturalPerson': 2, 't3.carriedOut.enterprise': 1, 't3.carriedOut.total': 3 };
const sameFlows = { 't2.licences.decisions': 2910, 't2.penalties.decisions': 46 };

const cases: readonly (readonly [string, Years, Expected])[] = [
  [
    'YEAR-CARRY-OVER passes when equal',
    { rule: 'YEAR-CARRY-OVER', now: { 't3.carriedIn.total': 3 }, before: carriedOut },
    [],
  ],
  [
    'YEAR-CARRY-OVER names both figures',
    { rule: 'YEAR-CARRY-OVER', now: { 't3.carriedIn.total': 5 }, before: carriedOut },
    [['total', 3, 5, 'error']],
  ],
  [
    'YEAR-CARRY-OVER holds across the change of format',
    { rule: 'YEAR-CARRY-OVER', year: 2021, now: { 't3.carriedIn.total': 0 }, before: carriedOut },
    [['total', 3, 0, 'error']],
  ],
  [
    'YEAR-CARRY-OVER is silent on a blank and on “/”',
    { rule: 'YEAR-CARRY-OVER', now: { 't3.carriedIn.total': null }, before: carriedOut },
    [],
  ],
  [
    'YEAR-CARRY-OVER is silent when last year’s figure could not be read',
    { rule: 'YEAR-CARRY-OVER', now: {}, before: { 't3.carriedOut.total': { unreadable: '三' } } },
    [],
  ],
  [
    'YEAR-CARRY-OVER does not compare with an earlier year than the last',
    { rule: 'YEAR-CARRY-OVER', now: {}, before: carriedOut, priorYear: 2022 },
    [],
  ],
  [
    'YEAR-CARRY-OVER-COLUMN asks about columns that differ while the total agrees',
    {
      rule: 'YEAR-CARRY-OVER-COLUMN',
      now: { 't3.carriedIn.naturalPerson': 3, 't3.carriedIn.total': 3 },
      before: carriedOut,
    },
    [
      ['naturalPerson', 2, 3, 'warning'],
      ['enterprise', 1, 0, 'warning'],
    ],
  ],
  [
    'YEAR-IN-FORCE passes when the stock follows',
    {
      rule: 'YEAR-IN-FORCE',
      now: {
        't2.normativeDocuments.issued': 2,
        't2.normativeDocuments.repealed': 5,
        't2.normativeDocuments.inForce': 17,
      },
      before: { 't2.normativeDocuments.inForce': 20 },
    },
    [],
  ],
  [
    'YEAR-IN-FORCE names what the stock should be',
    {
      rule: 'YEAR-IN-FORCE',
      now: { 't2.normativeDocuments.issued': 2, 't2.normativeDocuments.inForce': 20 },
      before: { 't2.normativeDocuments.inForce': 20 },
    },
    [['normativeDocuments', 22, 20, 'warning']],
  ],
  [
    'YEAR-IN-FORCE does not compare with the other counts of the 2019 format',
    {
      rule: 'YEAR-IN-FORCE',
      year: 2021,
      now: { 't2.normativeDocuments.inForce': 20 },
      before: { 't2.normativeDocuments.totalDisclosed': 80 },
    },
    [],
  ],
  [
    'YEAR-ITEMS passes when last year’s number follows',
    {
      rule: 'YEAR-ITEMS',
      year: 2020,
      now: { 't2.licences.priorYearItems': 67 },
      before: { 't2.licences.priorYearItems': 80, 't2.licences.change': -13 },
    },
    [],
  ],
  [
    'YEAR-ITEMS names what last year’s report came to',
    {
      rule: 'YEAR-ITEMS',
      year: 2020,
      now: { 't2.licences.priorYearItems': 80 },
      before: { 't2.licences.priorYearItems': 80, 't2.licences.change': -13 },
    },
    [['licences', 67, 80, 'warning']],
  ],
  [
    'YEAR-PENDING passes when the open cases are counted',
    { rule: 'YEAR-PENDING', now: { 't4.review.total': 2 }, before: { 't4.review.pending': 2 } },
    [],
  ],
  [
    'YEAR-PENDING names the block where cases got lost',
    { rule: 'YEAR-PENDING', now: { 't4.litigationDirect.total': 1 }, before: { 't4.litigationDirect.pending': 2 } },
    [['litigationDirect', 2, 1, 'warning']],
  ],
  [
    'YEAR-JUMP finds a digit too many',
    { rule: 'YEAR-JUMP', now: { 't2.licences.decisions': 29104 }, before: { 't2.licences.decisions': 2910 } },
    [['t2.licences.decisions', 2910, 29104, 'warning']],
  ],
  [
    'YEAR-JUMP finds a fee in 元 beside one in 万元',
    { rule: 'YEAR-JUMP', now: { 't2.fees.amount': 251000 }, before: { 't2.fees.amount': 24.8 } },
    [['t2.fees.amount', 24.8, 251000, 'warning']],
  ],
  [
    'YEAR-JUMP passes at the ratio itself, over small figures and from zero',
    {
      rule: 'YEAR-JUMP',
      now: { 't2.licences.decisions': 29100, 't3.received.total': 60, 't2.penalties.decisions': 500 },
      before: { 't2.licences.decisions': 2910, 't3.received.total': 2 },
    },
    [],
  ],
  [
    'YEAR-JUMP compares no documents across the change of format',
    {
      rule: 'YEAR-JUMP',
      year: 2021,
      now: { 't2.normativeDocuments.issued': 5 },
      before: { 't2.normativeDocuments.made': 5000 },
    },
    [],
  ],
  [
    'YEAR-REPEATED finds last year’s report reused',
    { rule: 'YEAR-REPEATED', now: sameFlows, before: sameFlows },
    [[null, null, null, 'warning']],
  ],
  [
    'YEAR-REPEATED passes when one figure moved',
    {
      rule: 'YEAR-REPEATED',
      now: sameFlows,
      before: { ...sameFlows, 't3.received.total': 1, 't3.granted.enterprise': 1 },
    },
    [],
  ],
  [
    'YEAR-REPEATED takes a few small figures for chance, and stocks for what they are',
    {
      rule: 'YEAR-REPEATED',
      now: { 't3.received.naturalPerson': 1, 't3.granted.naturalPerson': 1, 't2.normativeDocuments.inForce': 1234567 },
      before: {
        't3.received.naturalPerson': 1,
        't3.granted.naturalPerson': 1,
        't2.normativeDocuments.inForce': 1234567,
      },
    },
    [],
  ],
  [
    'YEAR-REPEATED takes two reports without a case for what they are',
    { rule: 'YEAR-REPEATED', now: {}, before: {} },
    [],
  ],
];

describe('this year against last', () => {
  test.each(cases)('%s', (_, years, expected) => {
    expect(brief(found(years))).toEqual(expected);
  });

  test('YEAR-JUMP takes the ratio from the region', () => {
    const settings = { ...defaultRegionSettings, jumpRatio: 3 };
    const prior = exampleReport({ year: 2023, facts: { 't3.received.total': 30 } });
    const report = exampleReport({ facts: { 't3.received.total': 100 } });
    expect(findingsOf('YEAR-JUMP', report, { prior, settings })).toHaveLength(1);
    expect(findingsOf('YEAR-JUMP', report, { prior })).toEqual([]);
  });

  test('YEAR-RESTATED compares what is said of last year with what was published', () => {
    const prior = exampleReport({ year: 2023, facts: { 't3.received.total': 12, 't2.fees.amount': 0.3 } });
    const restated = { 't3.received.total': 13, 't2.fees.amount': 0.1, 't3.granted.total': 0 };
    const findings = findingsOf('YEAR-RESTATED', exampleReport(), { prior, restated });
    expect(brief(findings)).toEqual([
      ['t2.fees.amount', 0.3, 0.1, 'warning'],
      ['t3.received.total', 12, 13, 'warning'],
    ]);
    expect(findings[0]?.values.gap).toBe(0.2);
  });

  test('without last year’s report the rules on years are not assessed', () => {
    const { notAssessed } = checkReport(exampleReport());
    expect(notAssessed).toContainEqual({ rule: 'YEAR-CARRY-OVER', needs: ['prior'] });
    expect(notAssessed).toContainEqual({ rule: 'YEAR-RESTATED', needs: ['prior', 'restated'] });
  });
});
