import { describe, expect, it } from 'vitest';
import type { Facts } from '../figures/facts.ts';
import { describe as describeFinding } from '../findings/message.ts';
import { formatById, formats } from '../formats/formats.ts';
import { emptyReport } from '../report/report.ts';
import { ruleById, ruleSetVersion, rules } from './catalogue.ts';
import { checkReport } from './check.ts';
import type { RegionSettings } from './region-settings.ts';
import { defaultRegionSettings } from './region-settings.ts';

const format = formatById['2021'];
const zeros: Facts = Object.fromEntries(format.cells.map(({ key }) => [key, 0]));
const report = (facts: Facts) => ({
  ...emptyReport('青岚镇人民政府', 2024, format),
  facts: { ...zeros, ...facts },
});
const regraded = (regrades: RegionSettings['regrades']): RegionSettings => ({ ...defaultRegionSettings, regrades });
const severities = (settings: RegionSettings, rule: string) =>
  checkReport(report({ 't3.received.total': 1 }), { settings })
    .findings.filter((finding) => finding.rule === rule)
    .map(({ severity }) => severity);

describe('the catalogue', () => {
  it('has every rule once, under a stable id', () => {
    expect(ruleById.size).toBe(rules.length);
    expect(rules.filter(({ id }) => !/^[A-Z0-9]+(-[A-Z0-9]+)+$/.test(id))).toEqual([]);
  });

  it('says of every rule in both languages what it found, why it matters and what to do', () => {
    for (const rule of rules) {
      for (const text of [rule.title, rule.message, rule.instruction]) {
        expect(text.zh, rule.id).toMatch(/\p{Script=Han}/u);
        expect(text.en, rule.id).toMatch(/[a-z]{3}/);
      }
      expect(rule.basis, rule.id).not.toBe('');
      expect(rule.number, rule.id).toBeGreaterThanOrEqual(1);
      expect(rule.number, rule.id).toBeLessThanOrEqual(50);
    }
  });

  it('reads only cells that the format has', () => {
    for (const one of formats) {
      const read = rules.flatMap((rule) =>
        rule.kind === 'linear'
          ? rule.relations(one).flatMap(({ left, right }) => [...left, ...right])
          : rule.cells(one),
      );
      expect(read.filter((key) => !one.indexOf.has(key))).toEqual([]);
    }
  });
});

describe('grades', () => {
  it('T3-ROW-TOTAL takes the region’s grade', () => {
    expect(severities(defaultRegionSettings, 'T3-ROW-TOTAL')).toEqual(['error']);
    expect(severities(regraded({ 'T3-ROW-TOTAL': 'notice' }), 'T3-ROW-TOTAL')).toEqual(['notice']);
    expect(severities(regraded({ 'T3-ROW-TOTAL': 'off' }), 'T3-ROW-TOTAL')).toEqual([]);
  });

  it('T3-BALANCE, which the form prints, cannot be regraded or switched off', () => {
    expect(severities(regraded({ 'T3-BALANCE': 'notice' }), 'T3-BALANCE')).toEqual(['error']);
    expect(severities(regraded({ 'T3-BALANCE': 'off' }), 'T3-BALANCE')).toEqual(['error']);
  });

  it('caps, and never raises, the lower grade that a rule gives to some of its failures', () => {
    const blank = report({ 't3.received.total': null });
    const grade = (regrades: RegionSettings['regrades']) =>
      checkReport(blank, { stage: 'import', settings: regraded(regrades) })
        .findings.filter(({ rule }) => rule === 'CELL-BLANK')
        .map(({ severity }) => severity);
    expect(grade({})).toEqual(['warning']);
    expect(grade({ 'CELL-BLANK': 'notice' })).toEqual(['notice']);
    expect(grade({ 'CELL-BLANK': 'error' })).toEqual(['warning']);
  });
});

describe('a check', () => {
  it('names the rule set that it used', () => {
    expect(checkReport(report({})).ruleSetVersion).toBe(ruleSetVersion);
  });

  it('lists what it could not assess and what that would have needed', () => {
    const { notAssessed } = checkReport(report({}));
    expect(notAssessed).toContainEqual({ rule: 'T2-REPEALED-OVER-STOCK', needs: ['prior'] });
    const prior = { ...report({}), year: 2023 };
    const withPrior = checkReport(report({}), { prior }).notAssessed;
    expect(withPrior.map(({ rule }) => rule)).not.toContain('T2-REPEALED-OVER-STOCK');
  });

  it('does not list rules on cells that the format of the report lacks', () => {
    const earlier = emptyReport('青岚镇人民政府', 2020, formatById['2019']);
    expect(checkReport(earlier).notAssessed.map(({ rule }) => rule)).not.toContain('T2-REPEALED-OVER-STOCK');
  });

  it('puts findings on figures first, in the order of the tables', () => {
    const { findings } = checkReport(report({ 't4.review.total': 2, 't3.received.total': 1, 't2.fees.amount': null }));
    const firstCells = findings.flatMap(({ cells: [first] }) => (first === undefined ? [] : [first]));
    const positions = firstCells.map((key) => format.indexOf.get(key) ?? -1);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(findings.slice(0, firstCells.length).every(({ cells }) => cells.length > 0)).toBe(true);
  });

  it('judges a report from before the official tables by its text alone', () => {
    const early = { ...report({}), year: 2015, format: null, facts: {} };
    expect(checkReport(early).findings.filter(({ cells }) => cells.length > 0)).toEqual([]);
  });

  it('makes sentences with both sides and the difference', () => {
    const { findings } = checkReport(
      report({
        't3.received.naturalPerson': 11,
        't3.carriedIn.naturalPerson': 1,
        't3.processedTotal.naturalPerson': 11,
      }),
    );
    const rule = ruleById.get('T3-BALANCE');
    const finding = findings.find((one) => one.rule === 'T3-BALANCE');
    if (rule === undefined || finding === undefined) throw new Error('T3-BALANCE is found');
    expect(describeFinding(rule, finding, 'zh').message).toBe(
      '“自然人”列：第一项＋第二项＝12，第三项（七）总计＋第四项＝11，相差1。',
    );
  });

  it('leaves no placeholder open in any message', () => {
    const broken = report({
      't3.received.total': 1,
      't3.granted.total': { unreadable: '约3' },
      't3.partial.total': '/',
      't4.review.total': null,
      't2.fees.amount': { unreadable: '251000元' },
      't2.regulations.issued': 3,
    });
    for (const finding of checkReport(broken, { stage: 'publication' }).findings) {
      const rule = ruleById.get(finding.rule);
      if (rule === undefined) throw new Error(`no rule ${finding.rule}`);
      for (const locale of ['zh', 'en'] as const) {
        const { message, instruction } = describeFinding(rule, finding, locale);
        expect(`${message}${instruction}`, finding.rule).not.toMatch(/\{\w+\}|undefined|null|NaN/);
      }
    }
  });
});
