import { describe, expect, test } from 'vitest';
import type { Facts } from '../figures/facts.ts';
import type { Finding } from '../findings/finding.ts';
import { exampleReport, findingsOf, sentencesOf } from '../testing/example-report.ts';
import { checkReport } from './check.ts';
import { defaultRegionSettings } from './region-settings.ts';
import type { CheckContext, Member } from './rule.ts';

const county = '云溪县人民政府';

function member(name: string, facts: Facts | null, role: Member['role'] = 'organ'): Member {
  const report = facts === null ? null : exampleReport({ agency: name, facts });
  return { id: name, name, role, profile: null, report };
}

const office = member('云溪县人民政府办公室', { 't3.received.total': 5, 't3.carriedIn.total': 1 }, 'ownOffice');
const forestry = member('云溪县林业局', { 't3.received.total': 2, 't2.fees.amount': 0.1 });
const town = member('青岚镇人民政府', { 't3.received.total': 1, 't2.fees.amount': 0.2 }, 'lowerGovernment');
const members = [office, forestry, town];
const sum: Facts = { 't3.received.total': 8, 't3.carriedIn.total': 1, 't2.fees.amount': 0.3 };

const brief = (findings: readonly Finding[]) =>
  findings.map((finding) => {
    sentencesOf(finding);
    return [finding.instance, finding.expected, finding.actual, finding.severity];
  });

interface Case {
  readonly title: string;
  readonly facts?: Facts;
  readonly context: Partial<CheckContext>;
  readonly expected: readonly (readonly (string | number | null)[])[];
}

const cases: readonly Case[] = [
  { title: 'ROLL-UP-SUM passes, money to the 分', facts: sum, context: { members }, expected: [] },
  {
    title: 'ROLL-UP-SUM names the cell and what the members give',
    facts: { ...sum, 't3.received.total': 9, 't2.fees.amount': 0.4 },
    context: { members },
    expected: [
      ['t2.fees.amount', 0.3, 0.4, 'error'],
      ['t3.received.total', 8, 9, 'error'],
    ],
  },
  {
    title: 'ROLL-UP-SUM is a warning while a member is missing',
    facts: { ...sum, 't3.received.total': 7 },
    context: { members: [...members, member('云溪县教育局', null)] },
    expected: [['t3.received.total', 8, 7, 'warning']],
  },
  {
    title: 'ROLL-UP-SUM leaves room for what a missing member may have',
    facts: { ...sum, 't3.received.total': 12 },
    context: { members: [...members, member('云溪县教育局', null)] },
    expected: [],
  },
  {
    title: 'ROLL-UP-SUM leaves room for a blank, and finds less than what is known',
    facts: { ...sum, 't3.received.total': 12, 't2.fees.amount': 0.2 },
    context: { members: [...members, member('云溪县教育局', { 't3.received.total': null, 't2.fees.amount': null })] },
    expected: [['t2.fees.amount', 0.3, 0.2, 'error']],
  },
  {
    title: 'ROLL-UP-SUM adds nothing for “/”',
    facts: { ...sum, 't3.received.total': 9 },
    context: { members: [...members, member('云溪县教育局', { 't3.received.total': '/' })] },
    expected: [['t3.received.total', 8, 9, 'error']],
  },
  {
    title: 'ROLL-UP-SUM says nothing of blank cells',
    facts: { 't3.received.total': null, 't2.fees.amount': 0.3 },
    context: { members },
    expected: [],
  },
  {
    title: 'ROLL-UP-SUM says nothing where no member has filed',
    facts: sum,
    context: { members: [member('云溪县教育局', null)] },
    expected: [],
  },
  {
    title: 'ROLL-UP-CARRIED-IN compares what was carried in, apart from the rest',
    facts: { ...sum, 't3.carriedIn.total': 3 },
    context: { members },
    expected: [['t3.carriedIn.total', 1, 3, 'error']],
  },
  { title: 'ROLL-UP-OWN-OFFICE passes', facts: sum, context: { members }, expected: [] },
  {
    title: 'ROLL-UP-OWN-OFFICE names a member that is there twice',
    facts: sum,
    context: { members: [...members, { ...forestry, id: 'again' }] },
    expected: [['云溪县林业局', null, null, 'error']],
  },
  {
    title: 'ROLL-UP-OWN-OFFICE finds the roll-up among its own members',
    facts: sum,
    context: { members: [...members, member(county, {})] },
    expected: [[county, null, null, 'error']],
  },
  {
    title: 'ROLL-UP-OWN-OFFICE finds the roll-up’s figures in the office’s own report',
    facts: sum,
    context: { members: [member('云溪县人民政府办公室', sum, 'ownOffice'), forestry] },
    expected: [['云溪县人民政府办公室', null, null, 'error']],
  },
  {
    title: 'ROLL-UP-OWN-OFFICE passes where only the office had any case',
    facts: sum,
    context: { members: [member('云溪县人民政府办公室', sum, 'ownOffice'), member('云溪县教育局', {})] },
    expected: [],
  },
  {
    title: 'ROLL-UP-VERTICAL asks about the tax bureau',
    facts: sum,
    context: { members: [...members, member('国家税务总局云溪县税务局', {})] },
    expected: [['国家税务总局云溪县税务局', null, null, 'warning']],
  },
  {
    title: 'ROLL-UP-VERTICAL passes where the region counts such bodies in',
    facts: sum,
    context: {
      members: [...members, member('国家税务总局云溪县税务局', {})],
      settings: { ...defaultRegionSettings, verticalBodiesInRollUp: true },
    },
    expected: [],
  },
  {
    title: 'ROLL-UP-JOINT names who counts besides the lead',
    facts: sum,
    context: {
      members,
      jointDocuments: [
        { title: '关于护林的通知', lead: '云溪县林业局', countedBy: ['云溪县林业局', '云溪县教育局'] },
        { title: '关于校园的通知', lead: '云溪县教育局', countedBy: ['云溪县教育局'] },
      ],
    },
    expected: [['关于护林的通知', 1, 2, 'warning']],
  },
  {
    title: 'ROLL-UP-JOINT says in an organ’s report nothing of other organs',
    facts: sum,
    context: {
      jointDocuments: [{ title: '关于护林的通知', lead: '云溪县林业局', countedBy: ['云溪县林业局', '云溪县教育局'] }],
    },
    expected: [],
  },
  {
    title: 'CAMPAIGN-ONE-REPORT names who filed none, two, or is not on the list',
    context: {
      roster: {
        due: [
          { id: 'a', name: '云溪县林业局' },
          { id: 'b', name: '云溪县教育局' },
          { id: 'c', name: '云溪县民政局' },
        ],
        filed: [
          { agency: 'a', report: '1' },
          { agency: 'b', report: '2' },
          { agency: 'b', report: '3' },
          { agency: 'd', report: '4' },
        ],
      },
    },
    expected: [
      ['b', 1, 2, 'error'],
      ['c', 1, 0, 'error'],
      ['d', 0, 1, 'error'],
    ],
  },
];

describe('roll-up', () => {
  test.each(cases)('$title', ({ title, facts = {}, context, expected }) => {
    const rule = title.slice(0, title.indexOf(' '));
    expect(brief(findingsOf(rule, exampleReport({ agency: county, facts }), context))).toEqual(expected);
  });

  test('ROLL-UP-SUM names the missing members and suggests the sum only where it is complete', () => {
    const report = exampleReport({ agency: county, facts: { ...sum, 't3.received.total': 7 } });
    const [complete] = findingsOf('ROLL-UP-SUM', report, { members });
    expect(complete?.repair).toEqual({ cell: 't3.received.total', value: 8 });
    const [partial] = findingsOf('ROLL-UP-SUM', report, { members: [...members, member('云溪县教育局', null)] });
    expect(partial?.repair).toBeNull();
    expect(partial && sentencesOf(partial)[1]).toContain('尚缺：云溪县教育局');
  });

  test('ROLL-UP-SUM takes a member in another format for missing', () => {
    const report = exampleReport({ agency: county, facts: { ...sum, 't3.received.total': 7 } });
    const old: Member = { ...forestry, report: exampleReport({ agency: forestry.name, year: 2020 }) };
    const [finding] = findingsOf('ROLL-UP-SUM', report, { members: [office, office, old] });
    expect(finding).toMatchObject({ severity: 'warning', expected: 10, actual: 7 });
  });

  test('without members the rules on roll-up are not assessed', () => {
    expect(checkReport(exampleReport()).notAssessed).toContainEqual({ rule: 'ROLL-UP-SUM', needs: ['members'] });
  });
});
