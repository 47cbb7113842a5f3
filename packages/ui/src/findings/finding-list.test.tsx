import type { Finding } from '@nianbao/core';
import { checkReport, emptyReport, formatById, ruleById, describe as sentences } from '@nianbao/core';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { findAll, parseHtml } from '../testing/index.ts';
import { groupFindings } from './finding-group.ts';
import { FindingList } from './finding-list.tsx';

const report = {
  ...emptyReport('云溪县林业局', 2025, formatById['2021']),
  facts: {
    't4.review.upheld': 2,
    't4.review.corrected': 1,
    't4.review.otherOutcome': 0,
    't4.review.pending': 0,
    't4.review.total': 5,
  },
};

const total = checkReport(report).findings.filter(({ rule }) => rule === 'T4-TOTAL');

const describeFinding = (finding: Finding) => {
  const rule = ruleById.get(finding.rule);
  return rule === undefined ? null : sentences(rule, finding, 'zh');
};

it('says severity in words, both sides, and what to do next', () => {
  const page = parseHtml(renderToString(<FindingList findings={total} locale="zh" describe={describeFinding} />));
  expect(page.errors).toEqual([]);
  const item = findAll(page, 'li')[0]?.text ?? '';
  for (const said of ['错误', 'T4-TOTAL', '应为3', '实为5', '相差2', '处理']) expect(item).toContain(said);
});

it('links a finding to its cell where the page says where that is', () => {
  const page = parseHtml(
    renderToString(
      <FindingList findings={total} locale="zh" describe={describeFinding} hrefOf={({ cells }) => `#${cells[0]}`} />,
    ),
  );
  expect(findAll(page, 'a')[0]?.attributes.get('href')).toMatch(/^#t4\.review\./);
});

it('shows a finding of a rule that it does not know by its id', () => {
  const old: Finding = {
    rule: 'OLD-RULE',
    instance: null,
    severity: 'warning',
    cells: [],
    expected: null,
    actual: null,
    difference: null,
    place: null,
    values: {},
    repair: null,
  };
  const page = parseHtml(renderToString(<FindingList findings={[old]} locale="en" describe={() => null} />));
  expect(findAll(page, 'li')[0]?.text).toContain('OLD-RULE');
});

it('says so where there is nothing to report', () => {
  expect(renderToString(<FindingList findings={[]} locale="zh" describe={() => null} />)).toContain('未发现问题');
});

it('groups by part of the report, errors first', () => {
  const finding = (severity: Finding['severity'], place: Finding['place'] = null): Finding => ({
    rule: severity,
    instance: null,
    severity,
    cells: [],
    expected: null,
    actual: null,
    difference: null,
    place,
    values: {},
    repair: null,
  });
  const source = { kind: 'source', part: null, line: 3, column: 1, quote: '' } as const;
  const groups = groupFindings([finding('notice'), finding('warning', source), finding('error')]);
  expect(groups.map(({ group, findings }) => [group, findings.map(({ severity }) => severity)])).toEqual([
    ['source', ['warning']],
    ['report', ['error', 'notice']],
  ]);
});
