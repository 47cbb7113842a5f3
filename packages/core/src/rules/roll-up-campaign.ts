import type { Failure, PredicateRule, Roster } from './rule.ts';

function* notExactlyOne({ due, filed }: Roster): Iterable<Failure> {
  const reports = new Map<string, number>();
  for (const { agency } of filed) reports.set(agency, (reports.get(agency) ?? 0) + 1);
  for (const { id, name } of due) {
    const actual = reports.get(id) ?? 0;
    reports.delete(id);
    if (actual === 1) continue;
    const [problem, problemEn] =
      actual === 0 ? ['尚未报送', 'has filed none'] : [`报送了${actual}份`, `has filed ${actual}`];
    yield { instance: id, expected: 1, actual, values: { name, problem, problemEn } };
  }
  for (const [agency, actual] of reports) {
    const [problem, problemEn] = ['不在本年应报名单中，但有报送', 'is not on the list, but has filed'];
    yield { instance: agency, expected: 0, actual, values: { name: agency, problem, problemEn } };
  }
}

/** Rule 23: the year’s list against what was filed. It is asked of a campaign or a government’s report, not of an organ’s. */
export const campaignOneReport: PredicateRule = {
  kind: 'predicate',
  id: 'CAMPAIGN-ONE-REPORT',
  number: 23,
  severity: 'error',
  regradable: true,
  basis: '条例第四十九条：每个负有公开义务的机关每年公布一份年度报告',
  needs: ['roster'],
  title: { zh: '应报机关没有恰好一份报告', en: 'A body that is due has not exactly one report' },
  message: {
    zh: '“{name}”{problem}，应为每个机关一份。',
    en: '“{name}” {problemEn}; every body has exactly one report.',
  },
  instruction: {
    zh: '请催报缺报的，合并或者作废重复的，核对名单之外的。',
    en: 'Ask for what is missing, merge or withdraw what is double, check what is not on the list.',
  },
  cells: () => [],
  readsText: false,
  *check({ roster }): Iterable<Failure> {
    if (roster !== null) yield* notExactlyOne(roster);
  },
};
