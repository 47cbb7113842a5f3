import { deadlinesOf, reportingPeriod } from '../calendar/deadlines.ts';
import type { Severity } from '../findings/finding.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

const noCells = () => [];

/** The day on which a report first became public; null where it is not known, or only that of a later version. */
function firstPublicDay({ report, publication }: CheckInput): string | null {
  return publication !== null && publication.versions.length > 1 ? null : report.publishedOn;
}

/**
 * Rule 48, the deadline: an error past the law's date, a warning past the region's or the campaign's earlier one. More
 * than a year late is a warning too: old reports that were moved to a new site carry the day of the move.
 */
export const publishedLate: PredicateRule = {
  kind: 'predicate',
  id: 'PUBLISHED-LATE',
  number: 48,
  severity: 'error',
  regradable: false,
  basis: '条例第四十九条：部门1月31日前，地方人民政府3月31日前；各地可要求提前',
  needs: [],
  title: { zh: '未按时公布', en: 'Published late' },
  message: {
    zh: '{year}年度报告于{actual}公布，晚于{expected}的期限。',
    en: 'The report for {year} was published on {actual}, after it was due on {expected}.',
  },
  instruction: {
    zh: '请核对发布日期；确属逾期的，请尽快公布并向主管部门说明。',
    en: 'Check the date; if it is right, publish at once and explain the delay to the supervising office.',
  },
  cells: noCells,
  readsText: false,
  *check(input): Iterable<Failure> {
    const { report, agency, settings, publication } = input;
    const actual = firstPublicDay(input);
    if (actual === null || report.year === null) return;
    const { statutory, regional } = deadlinesOf(report.year, agency, settings);
    const due = publication?.deadline ?? regional;
    const movedSince = `${report.year + 2}${statutory.slice(4)}`;
    const values = { year: report.year };
    if (actual > statutory) {
      const severity: Severity = actual > movedSince ? 'warning' : 'error';
      yield { instance: 'statutory', severity, expected: statutory, actual, values };
    } else if (actual > due) {
      yield { instance: 'regional', severity: 'warning', expected: due, actual, values };
    }
  },
};

/** Rule 48, too early: a report of a year can't be complete before the year is. */
export const publishedEarly: PredicateRule = {
  kind: 'predicate',
  id: 'PUBLISHED-EARLY',
  number: 48,
  severity: 'error',
  regradable: true,
  basis: '统计期限为报告年度1月1日至12月31日（国办公开办函〔2021〕30号；DB51/T 2660-2019）',
  needs: [],
  title: { zh: '报告年度结束前已公布', en: 'Published before the year had ended' },
  message: {
    zh: '{year}年度报告的发布日期为{actual}，而统计期限到{expected}才结束。',
    en: 'The report for {year} says it was published on {actual}, but its period ends on {expected}.',
  },
  instruction: {
    zh: '请核对报告年度和发布日期；发布过早的，请补充全年数据后重新公布。',
    en: 'Check the report year and the date; if it was too early, complete the figures and publish again.',
  },
  cells: noCells,
  readsText: false,
  *check({ report: { publishedOn, year } }): Iterable<Failure> {
    if (publishedOn === null || year === null) return;
    const { to } = reportingPeriod(year);
    if (publishedOn <= to) yield { expected: to, actual: publishedOn, values: { year } };
  },
};

/** Rule 49. */
export const datesOrder: PredicateRule = {
  kind: 'predicate',
  id: 'DATES-ORDER',
  number: 49,
  severity: 'warning',
  regradable: true,
  basis: '成文日期不应晚于发布日期（GB/T 9704—2012 成文日期的含义）',
  needs: [],
  title: { zh: '成文日期晚于发布日期', en: 'Written after it was published' },
  message: {
    zh: '成文日期{actual}晚于发布日期{expected}。',
    en: 'Dated {actual}, after it was published on {expected}.',
  },
  instruction: { zh: '请核对两个日期。', en: 'Check both dates.' },
  cells: noCells,
  readsText: false,
  *check({ report: { writtenOn, publishedOn } }): Iterable<Failure> {
    if (writtenOn !== null && publishedOn !== null && writtenOn > publishedOn) {
      yield { expected: publishedOn, actual: writtenOn };
    }
  },
};
