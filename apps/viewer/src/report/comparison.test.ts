import { formatById } from '@nianbao/core';
import { describe, expect, it } from 'vitest';
import { comparison } from './comparison.ts';

const later = formatById['2021'];

describe('a figure of another year', () => {
  const facts = {
    't3.received.total': 12,
    't3.other.total': 4,
    't2.normativeDocuments.made': 6,
    't2.licences.decisions': null,
  };
  const of2020 = comparison(later, { format: '2019', facts });

  it.each([
    ['t3.received.total', { kind: 'value', value: 12 }],
    ['t2.licences.decisions', { kind: 'value', value: null }],
    ['t2.normativeDocuments.issued', { kind: 'break', value: 6 }],
    ['t2.fees.amount', { kind: 'none' }],
    ['t3.other.overdueFee.total', { kind: 'none', reason: null }],
  ])('%s across the change of format: %j', (key, comparable) => {
    expect(of2020(key)).toMatchObject(comparable);
  });

  it('says why fees cannot be compared', () => {
    expect(of2020('t2.fees.amount')).toMatchObject({ reason: { zh: expect.stringContaining('不可比') } });
  });

  it('adds up what the earlier format counts as one', () => {
    const split = {
      't3.other.overdueFee.total': 1,
      't3.other.overdueCorrection.total': 2,
      't3.other.otherHandling.total': 3,
    };
    const of2021 = comparison(formatById['2019'], { format: '2021', facts: split });
    expect(of2021('t3.other.total')).toEqual({ kind: 'value', value: 6 });
  });

  it('is the same cell within one format', () => {
    expect(comparison(later, { format: '2021', facts: { 't2.fees.amount': 86.25 } })('t2.fees.amount')).toEqual({
      kind: 'value',
      value: 86.25,
    });
  });

  it('is nothing for a report from before the official tables', () => {
    expect(comparison(later, { format: null, facts: {} })('t3.received.total')).toEqual({ kind: 'none', reason: null });
  });
});
