import { describe, expect, test } from 'vitest';
import { profileFromName } from '../agencies/agency-name.ts';
import type { Finding } from '../findings/finding.ts';
import type { ExampleParts } from '../testing/example-report.ts';
import { exampleReport, findingsOf, sentencesOf } from '../testing/example-report.ts';
import { checkReport } from './check.ts';
import type { CheckContext, Member } from './rule.ts';

type Expected = readonly (readonly [
  instance: string | null,
  expected: number | null,
  actual: number | null,
  severity: string,
])[];

interface Case {
  readonly title: string;
  readonly parts: ExampleParts;
  readonly context?: Partial<CheckContext>;
  readonly expected: Expected;
}

const brief = (findings: readonly Finding[]) =>
  findings.map((finding) => {
    sentencesOf(finding);
    return [finding.instance, finding.expected, finding.actual, finding.severity];
  });

const member = (name: string): Member => ({
  id: name,
  name,
  role: 'lowerGovernment',
  profile: profileFromName(name),
  report: null,
});

const regulations = { 't2.regulations.issued': 1, 't2.regulations.inForce': 6 };
const powers = (licences: boolean): Partial<CheckContext> => ({
  agency: { ...profileFromName('云溪县林业局'), powers: { licences, penalties: true, coercions: true } },
});
const normative = { 't2.normativeDocuments.issued': 2 };

const cases: readonly Case[] = [
  {
    title: 'T2-REGULATIONS-POWER is an error in a county’s department',
    parts: { facts: regulations },
    expected: [[null, 0, 6, 'error']],
  },
  {
    title: 'T2-REGULATIONS-POWER is an error in a township',
    parts: { agency: '云溪县青岚镇人民政府', facts: regulations },
    expected: [[null, 0, 6, 'error']],
  },
  {
    title: 'T2-REGULATIONS-POWER asks a body of a city whose rank is not known',
    parts: { agency: '望河市扶贫开发服务中心', year: 2020, facts: { 't2.regulations.made': 1 } },
    expected: [[null, 0, 1, 'warning']],
  },
  {
    title: 'T2-REGULATIONS-POWER says nothing of the government of a 市, which may be a 设区的市',
    parts: { agency: '望河市人民政府', facts: regulations },
    expected: [],
  },
  {
    title: 'T2-REGULATIONS-POWER says nothing of a provincial government or its office',
    parts: { agency: '上海市人民政府办公厅', facts: regulations },
    expected: [],
  },
  {
    title: 'T2-REGULATIONS-POWER says nothing of a ministry',
    parts: { agency: '财政部', facts: regulations },
    expected: [],
  },
  {
    title: 'T2-REGULATIONS-POWER says nothing of a roll-up that holds a body which may',
    parts: { agency: '望河市林业局', facts: regulations },
    context: { members: [member('望河市教育局'), member('延边朝鲜族自治州人民政府')] },
    expected: [],
  },
  {
    title: 'T2-REGULATIONS-POWER believes the register of agencies rather than the name',
    parts: { agency: '望河市人民政府', facts: regulations },
    context: { agency: { ...profileFromName('望河市人民政府'), level: 'county', mayMakeRegulations: false } },
    expected: [[null, 0, 6, 'error']],
  },
  { title: 'T2-REGULATIONS-POWER passes at zero', parts: {}, expected: [] },
  {
    title: 'T2-NORMATIVE-POWER asks an internal body',
    parts: { agency: '云溪县教育局办公室', facts: normative },
    expected: [[null, 0, 2, 'warning']],
  },
  {
    title: 'T2-NORMATIVE-POWER asks a coordinating body',
    parts: { agency: '云溪县防汛抗旱指挥部', facts: normative },
    expected: [[null, 0, 2, 'warning']],
  },
  { title: 'T2-NORMATIVE-POWER passes a department', parts: { facts: normative }, expected: [] },
  {
    title: 'T2-DECISION-POWER names decisions without the power',
    parts: { facts: { 't2.licences.decisions': 7, 't2.penalties.decisions': 3 } },
    context: powers(false),
    expected: [['licences', 0, 7, 'warning']],
  },
  {
    title: 'T2-DECISION-POWER passes with the power',
    parts: { facts: { 't2.licences.decisions': 7 } },
    context: powers(true),
    expected: [],
  },
  {
    title: 'T2-FEES-UNIT is told by the text, at any level',
    parts: {
      agency: '望河市林业局',
      facts: { 't2.fees.amount': 9200 },
      text: { 1: '全年行政事业性收费9200元，全部上缴国库。' },
    },
    expected: [[null, 0.92, 9200, 'warning']],
  },
  {
    title: 'T2-FEES-UNIT passes where the text has 万元 too',
    parts: { facts: { 't2.fees.amount': 9200 }, text: { 1: '全年行政事业性收费9200万元。' } },
    expected: [],
  },
  {
    title: 'T2-FEES-UNIT is told by size in a township',
    parts: { agency: '云溪县青岚镇人民政府', facts: { 't2.fees.amount': 25_100 } },
    expected: [[null, null, 25_100, 'warning']],
  },
  {
    title: 'T2-FEES-UNIT is not told by size in a province',
    parts: { agency: '浙江省人民政府', facts: { 't2.fees.amount': 2_510_000 } },
    expected: [],
  },
  {
    title: 'FEE-NOT-EXPLAINED asks where section 6 is silent',
    parts: { facts: { 't3.other.overdueFee.total': 2 }, text: { 5: '无其他需要报告的事项。' } },
    expected: [[null, null, 2, 'warning']],
  },
  {
    title: 'FEE-NOT-EXPLAINED passes where section 6 speaks of it',
    parts: { facts: { 't3.other.overdueFee.total': 2 }, text: { 5: '本年度发出收费通知2件，未收取信息处理费。' } },
    expected: [],
  },
  { title: 'FEE-NOT-EXPLAINED passes where nobody failed to pay', parts: { text: { 5: '无。' } }, expected: [] },
  {
    title: 'T3-CARRIED-OUT-SHARE asks above a fifth',
    parts: { facts: { 't3.received.total': 20, 't3.carriedOut.total': 5 } },
    expected: [[null, null, 5, 'warning']],
  },
  {
    title: 'T3-CARRIED-OUT-SHARE passes at a fifth, and over a handful of applications',
    parts: { facts: { 't3.received.total': 20, 't3.carriedOut.total': 4 } },
    expected: [],
  },
  {
    title: 'T3-CARRIED-OUT-SHARE takes one of two for what it is',
    parts: { facts: { 't3.received.total': 2, 't3.carriedOut.total': 1 } },
    expected: [],
  },
  {
    title: 'T3-CARRIED-IN-OVER-PROCESSED names the column, not the total again',
    parts: {
      facts: {
        't3.carriedIn.enterprise': 2,
        't3.processedTotal.enterprise': 1,
        't3.carriedIn.total': 2,
        't3.processedTotal.total': 1,
      },
    },
    expected: [['enterprise', 2, 1, 'warning']],
  },
  {
    title: 'T3-CARRIED-IN-OVER-PROCESSED names the total where no column shows it',
    parts: { facts: { 't3.carriedIn.total': 2, 't3.processedTotal.total': 1 } },
    expected: [['total', 2, 1, 'warning']],
  },
  {
    title: 'T3-CARRIED-IN-OVER-PROCESSED is silent on blanks',
    parts: { facts: { 't3.carriedIn.total': 2, 't3.processedTotal.total': null } },
    expected: [],
  },
  {
    title: 'T3-SECRET-TOWNSHIP asks a 街道',
    parts: {
      agency: '云溪县石桥街道办事处',
      facts: { 't3.refused.stateSecret.naturalPerson': 1, 't3.refused.stateSecret.total': 1 },
    },
    expected: [[null, 0, 1, 'warning']],
  },
  {
    title: 'T3-SECRET-TOWNSHIP passes a department',
    parts: { facts: { 't3.refused.stateSecret.total': 1 } },
    expected: [],
  },
  {
    title: 'T4-OVER-HANDLED asks where lawsuits outnumber two years of applications',
    parts: {
      facts: { 't3.processedTotal.total': 3, 't4.litigationDirect.total': 4, 't4.litigationAfterReview.total': 5 },
    },
    context: { prior: exampleReport({ year: 2023, facts: { 't3.processedTotal.total': 5 } }) },
    expected: [['litigation', null, 9, 'warning']],
  },
  {
    title: 'T4-OVER-HANDLED counts last year’s applications in',
    parts: { facts: { 't3.processedTotal.total': 3, 't4.review.total': 9 } },
    context: { prior: exampleReport({ year: 2023, facts: { 't3.processedTotal.total': 6 } }) },
    expected: [],
  },
  {
    title: 'T4-OVER-HANDLED takes a case from an earlier year for what it is',
    parts: { facts: { 't4.review.total': 2 } },
    expected: [],
  },
  {
    title: 'T3-NO-PARTIAL notes many refusals',
    parts: { facts: { 't3.refused.thirdParty.total': 12, 't3.refused.internalAffairs.total': 8 } },
    expected: [[null, null, 20, 'notice']],
  },
  {
    title: 'T3-NO-PARTIAL passes with one partial grant',
    parts: { facts: { 't3.refused.thirdParty.total': 20, 't3.partial.total': 1 } },
    expected: [],
  },
  {
    title: 'ALL-ZERO asks where the text reports applications',
    parts: { text: { 0: '本年度共收到政府信息公开申请5件，均按时答复。' } },
    expected: [['t3', 5, 0, 'warning']],
  },
  {
    title: 'ALL-ZERO asks where the text reports reviews',
    parts: { text: { 0: '因政府信息公开被申请行政复议2件。' } },
    expected: [['t4', 2, 0, 'warning']],
  },
  {
    title: 'ALL-ZERO passes where the text says none, or speaks of other things',
    parts: { text: { 0: '本年度收到政府信息公开申请0件。全年主动公开信息130件，办理行政许可12件。' } },
    expected: [],
  },
  {
    title: 'ALL-ZERO passes where the table has a case',
    parts: { facts: { 't3.received.total': 1 }, text: { 0: '本年度共收到政府信息公开申请5件。' } },
    expected: [],
  },
  {
    title: 'ALL-ZERO is silent on an empty form',
    parts: { otherCells: null, text: { 0: '本年度共收到政府信息公开申请5件。' } },
    expected: [],
  },
];

describe('plausibility', () => {
  test.each(cases)('$title', ({ title, parts, context, expected }) => {
    const rule = title.slice(0, title.indexOf(' '));
    expect(brief(findingsOf(rule, exampleReport(parts), context))).toEqual(expected);
  });

  test('T2-DECISION-POWER is not assessed while the powers are not on record', () => {
    expect(checkReport(exampleReport()).notAssessed).toContainEqual({ rule: 'T2-DECISION-POWER', needs: ['powers'] });
  });
});
