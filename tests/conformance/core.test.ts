import { checkReport, ruleById } from '@nianbao/core';
import { describe, expect, it } from 'vitest';
import { judged } from './compare.ts';
import { loadCases } from './load-cases.ts';

const cases = loadCases();

describe('core finds what the conformance cases say', () => {
  it.each(cases.map((one) => [one.title, one] as const))('%s', (_title, one) => {
    const { findings, notAssessed } = checkReport(one.report, one.context);
    expect(notAssessed.filter(({ rule }) => one.rules.includes(rule))).toEqual([]);
    expect(judged(one, findings)).toEqual(one.findings);
  });
});

it('names only rules that exist', () => {
  expect(cases.flatMap(({ rules }) => rules).filter((id) => !ruleById.has(id))).toEqual([]);
});

it('lets no case expect a finding of a rule that it does not judge', () => {
  const astray = cases.filter(({ rules, findings }) => findings.some(({ rule }) => !rules.includes(rule)));
  expect(astray.map(({ title }) => title)).toEqual([]);
});
