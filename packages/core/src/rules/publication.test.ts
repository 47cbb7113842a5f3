import { describe, expect, test } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import type { ExampleParts } from '../testing/example-report.ts';
import { exampleReport, findingsOf, sentencesOf } from '../testing/example-report.ts';
import { checkReport } from './check.ts';
import { defaultRegionSettings } from './region-settings.ts';
import type { CheckContext, Publication } from './rule.ts';

const brief = (findings: readonly Finding[]) =>
  findings.map((finding) => {
    sentencesOf(finding);
    return [finding.instance, finding.expected, finding.actual, finding.severity];
  });

const published: Publication = { deadline: null, attachments: [], versions: [] };
const version = (digest: string, note: string | null = null) => ({ digest, note });
const attachment = (parts: ExampleParts): Publication => ({
  ...published,
  attachments: [{ name: '年度报告.docx', report: exampleReport(parts) }],
});

interface Case {
  readonly title: string;
  readonly parts?: ExampleParts;
  readonly context?: Partial<CheckContext>;
  readonly expected: readonly (readonly (string | number | null)[])[];
}

const county = '云溪县人民政府';
const earlier = { ...defaultRegionSettings, deadlines: { departments: '01-21', governments: '03-20' } };

const cases: readonly Case[] = [
  { title: 'PUBLISHED-LATE passes on the last day', parts: { publishedOn: '2025-01-31' }, expected: [] },
  {
    title: 'PUBLISHED-LATE is an error past the law’s date',
    parts: { publishedOn: '2025-02-01' },
    expected: [['statutory', '2025-01-31', '2025-02-01', 'error']],
  },
  {
    title: 'PUBLISHED-LATE gives governments until the end of March',
    parts: { agency: county, publishedOn: '2025-03-31' },
    expected: [],
  },
  {
    title: 'PUBLISHED-LATE gives a body of unknown kind the later date',
    parts: { agency: '云溪县扶贫开发服务中心', publishedOn: '2025-03-31' },
    expected: [],
  },
  {
    title: 'PUBLISHED-LATE asks a township after January, since only practice binds it',
    parts: { agency: '云溪县青岚镇人民政府', publishedOn: '2025-02-10' },
    expected: [['regional', '2025-01-31', '2025-02-10', 'warning']],
  },
  {
    title: 'PUBLISHED-LATE asks past a region’s earlier date',
    parts: { publishedOn: '2025-01-25' },
    context: { settings: earlier },
    expected: [['regional', '2025-01-21', '2025-01-25', 'warning']],
  },
  {
    title: 'PUBLISHED-LATE takes the campaign’s date before the region’s',
    parts: { publishedOn: '2025-01-25' },
    context: { settings: earlier, publication: { ...published, deadline: '2025-01-28' } },
    expected: [],
  },
  {
    title: 'PUBLISHED-LATE only asks where an old page seems to have been moved',
    parts: { publishedOn: '2026-09-01' },
    expected: [['statutory', '2025-01-31', '2026-09-01', 'warning']],
  },
  {
    title: 'PUBLISHED-LATE says nothing of the day of a corrected version',
    parts: { publishedOn: '2025-06-01' },
    context: { publication: { ...published, versions: [version('a'), version('b', '更正')] } },
    expected: [],
  },
  { title: 'PUBLISHED-LATE is silent while nothing is published', expected: [] },
  {
    title: 'PUBLISHED-EARLY finds a date within the report year',
    parts: { publishedOn: '2024-01-20' },
    expected: [[null, '2024-12-31', '2024-01-20', 'error']],
  },
  { title: 'PUBLISHED-EARLY passes on New Year’s Day', parts: { publishedOn: '2025-01-01' }, expected: [] },
  {
    title: 'DATES-ORDER finds a report written after its publication',
    parts: { writtenOn: '2025-01-20', publishedOn: '2025-01-15' },
    expected: [[null, '2025-01-15', '2025-01-20', 'warning']],
  },
  {
    title: 'DATES-ORDER passes on the same day',
    parts: { writtenOn: '2025-01-15', publishedOn: '2025-01-15' },
    expected: [],
  },
  {
    title: 'ATTACHMENT-DIFFERS names the figures',
    parts: { facts: { 't3.received.total': 4 } },
    context: { publication: attachment({ facts: { 't3.received.total': 5 } }) },
    expected: [['年度报告.docx', 4, 5, 'error']],
  },
  {
    title: 'ATTACHMENT-DIFFERS names another year',
    context: { publication: attachment({ year: 2023 }) },
    expected: [['年度报告.docx', 2024, 2023, 'error']],
  },
  {
    title: 'ATTACHMENT-DIFFERS passes over cells that either did not give',
    parts: { facts: { 't3.received.total': 4, 't3.granted.total': null } },
    context: {
      publication: attachment({ facts: { 't3.received.total': { unreadable: '4件' }, 't3.granted.total': 4 } }),
    },
    expected: [],
  },
  {
    title: 'SILENT-CHANGE finds a version without a note',
    context: { publication: { ...published, versions: [version('a'), version('b', '改错字'), version('c', ' ')] } },
    expected: [['3', null, null, 'error']],
  },
  {
    title: 'SILENT-CHANGE passes where every change is noted and where nothing changed',
    context: { publication: { ...published, versions: [version('a'), version('a'), version('b', '改错字')] } },
    expected: [],
  },
];

describe('publication', () => {
  test.each(cases)('$title', ({ title, parts, context, expected }) => {
    const rule = title.slice(0, title.indexOf(' '));
    const given = /^(?:ATTACHMENT|SILENT)/.test(rule) ? { publication: published, ...context } : context;
    expect(brief(findingsOf(rule, exampleReport(parts), given))).toEqual(expected);
  });

  test('PUBLISHED-LATE rests on law: a region cannot switch it off', () => {
    const settings = { ...defaultRegionSettings, regrades: { 'PUBLISHED-LATE': 'off' as const } };
    const report = exampleReport({ publishedOn: '2025-02-01' });
    expect(brief(findingsOf('PUBLISHED-LATE', report, { settings }))).toHaveLength(1);
  });

  test('what was published is not assessed where nothing is known of it', () => {
    expect(checkReport(exampleReport()).notAssessed).toContainEqual({ rule: 'SILENT-CHANGE', needs: ['publication'] });
  });
});
