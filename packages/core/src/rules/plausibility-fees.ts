import type { AgencyProfile } from '../agencies/agency.ts';
import { knownFigure } from '../figures/known-figure.ts';
import type { TextPlace } from '../findings/finding.ts';
import { keysAt } from '../formats/keys-at.ts';
import type { Report } from '../report/report.ts';
import { figuresOf, narrativeOf, placeOf } from '../text/passages.ts';
import { bySentence } from '../text/sentences.ts';
import type { Failure, PredicateRule } from './rule.ts';

const feesKey = 't2.fees.amount';

/** Where the text gives the very number of the cell in 元, in a sentence on fees. */
function statedInYuan(report: Report, amount: number): TextPlace | null {
  for (const passage of narrativeOf(report)) {
    for (const { sentence, figures } of bySentence(passage.text, figuresOf(passage))) {
      if (!/收费|费用/.test(passage.text.slice(sentence.start, sentence.end))) continue;
      const same = figures.find(({ value, unit }) => unit === '元' && value === amount);
      if (same !== undefined) return placeOf(passage, same.start, same.end);
    }
  }
  return null;
}

/** The most that a body of this level plausibly collects in 万元; null where there is no telling. */
function plausibleMaximum(agency: AgencyProfile | null, countyMaximum: number): number | null {
  if (agency?.level === 'county') return countyMaximum;
  return agency?.level === 'township' ? countyMaximum / 10 : null;
}

/**
 * Rule 27. Told by the text, where it gives the same number in 元, or by size: more than a county's body (a tenth of
 * that for a township's) plausibly collects. Size says nothing of provinces, cities, and bodies whose level is not known.
 * 采购总金额 (2019) is left alone, since the form does not state its unit.
 */
export const feesUnit: PredicateRule = {
  kind: 'predicate',
  id: 'T2-FEES-UNIT',
  number: 27,
  severity: 'warning',
  regradable: true,
  basis: '表二“本年收费金额（单位：万元）”（国办公开办函〔2021〕30号）',
  needs: [],
  title: { zh: '收费金额疑似以元为单位', en: 'Fees look as if they were in 元' },
  message: {
    zh: '本年收费金额填为{actual}万元，{reason}，疑似把元填成了万元。',
    en: 'Fees of the year: {actual} 万元; {reasonEn}. The amount may be in 元.',
  },
  instruction: {
    zh: '请按万元折算后填写（1万元＝10000元）；金额无误的，请写明情况说明。',
    en: 'Convert to 万元 (10,000 元 each); if the amount is right, explain it.',
  },
  cells: (format) => keysAt(format, { table: 't2', rows: ['fees'], columns: ['amount'] }),
  readsText: true,
  *check({ report, format, agency, settings }): Iterable<Failure> {
    const amount = knownFigure(report.facts, feesKey);
    const cells = keysAt(format, { table: 't2', rows: ['fees'], columns: ['amount'] });
    if (amount === null || amount <= 0 || cells.length === 0) return;
    const place = statedInYuan(report, amount);
    if (place !== null) {
      const values = { reason: '文中写的是同一数字的元', reasonEn: 'the text gives the same number in 元' };
      yield { cells, actual: amount, expected: amount / 10_000, place, values };
      return;
    }
    const maximum = plausibleMaximum(agency, settings.feesPlausibleMaximum);
    if (maximum === null || amount <= maximum) return;
    const values = {
      reason: `超过同级机关通常的上限${maximum}万元`,
      reasonEn: `more than the ${maximum} that bodies of this level plausibly collect`,
    };
    yield { cells, actual: amount, values };
  },
};

const overdueFeeKey = 't3.other.overdueFee.total';

/**
 * Rule 28. Applications were closed because a fee was not paid, and the section where fees are reported does not mention
 * any. Amounts are left to the comparison of text and tables: 信息处理费 and the 行政事业性收费 of 表二 are different things,
 * so one is never held against the other.
 */
export const feeNotExplained: PredicateRule = {
  kind: 'predicate',
  id: 'FEE-NOT-EXPLAINED',
  number: 28,
  severity: 'warning',
  regradable: true,
  basis:
    '政府信息公开信息处理费管理办法（国办函〔2020〕109号）；收取信息处理费情况在第六部分报告（国办公开办函〔2021〕30号）',
  needs: [],
  title: { zh: '第六部分未说明信息处理费', en: 'Section 6 does not report processing fees' },
  message: {
    zh: '有{actual}件申请因逾期未缴费不再处理，但第六部分没有写收取信息处理费的情况。',
    en: '{actual} applications were closed for an unpaid fee, yet section 6 says nothing of processing fees.',
  },
  instruction: {
    zh: '请在“六、其他需要报告的事项”中写明收取信息处理费的情况（收到缴费通知的件数、实收金额）。',
    en: 'Report in section 6 on processing fees: how many were charged, how much was paid.',
  },
  cells: (format) => keysAt(format, { table: 't3', rows: ['other.overdueFee'], columns: ['total'] }),
  readsText: true,
  *check({ report, format }): Iterable<Failure> {
    const actual = knownFigure(report.facts, overdueFeeKey);
    if (actual === null || actual <= 0 || !report.sections.some(({ id }) => id === 'otherMatters')) return;
    const words = narrativeOf(report).filter(({ sectionId }) => sectionId === 'otherMatters');
    if (words.some(({ text }) => /处理费|收费|缴费|费用/.test(text))) return;
    yield { cells: keysAt(format, { table: 't3', rows: ['other.overdueFee'], columns: ['total'] }), actual };
  },
};
