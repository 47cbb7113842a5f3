import { expect, test } from 'vitest';
import { busyOffice } from '../testing/busy-office.ts';
import { exampleReport, sentencesOf } from '../testing/example-report.ts';
import { checkReport } from './check.ts';
import { defaultRegionSettings } from './region-settings.ts';
import { textRules } from './text-rules.ts';

test('the rules on text are those of numbers 35 to 47, each once', () => {
  const numbers = textRules.map(({ number }) => number);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(new Set(numbers).size).toBe(47 - 35 + 1);
  expect(new Set(textRules.map(({ id }) => id)).size).toBe(textRules.length);
});

const wrong = [
  '2023年，XX镇共收到申请 25 件，答复20件，予以公开12件，占58%；均获维持，全年零申请。',
  '（一）主动公开。公开64条，其中部门工作70条，按时办结率120%，统计期限自20241月1日至202412月31日。',
  ')监督保障。按照国办公开办函〔2019〕60号和云政办2024〕1号要求，手机13912345678，收关之年。',
];

test('every finding has its sentences in both languages', () => {
  const example = exampleReport({ facts: busyOffice, text: { 4: '无。' } });
  const preface = wrong.map((text) => ({ kind: 'paragraph' as const, text }));
  const [overview, ...others] = example.sections;
  const sections = overview === undefined ? [] : [{ ...overview, blocks: preface }, ...others.slice(0, 4)];
  const report = {
    ...example,
    format: '2021' as const,
    title: '白石镇2022年政府信息公开工作年度报告',
    preface,
    sections,
  };
  const settings = { overviewMaximum: 10, sensitiveWords: ['零申请'] };
  const { findings } = checkReport(report, { prior: report, settings: { ...defaultRegionSettings, ...settings } });
  const ours = findings.filter(({ rule }) => textRules.some(({ id }) => id === rule));
  for (const finding of ours) for (const sentence of sentencesOf(finding)) expect(sentence).not.toBe('');
  expect(new Set(ours.map(({ rule }) => rule)).size).toBeGreaterThan(14);
});

test('long hostile text is read in linear time', () => {
  const started = Date.now();
  for (const piece of [
    '由',
    '《',
    '未收到公开',
    '未发生政府信息公开、',
    '其中1件，',
    '收到申请1件，占1%，',
    '（此处',
    '家住',
    '2024年1月1日至',
  ]) {
    checkReport(exampleReport({ facts: busyOffice, text: { 0: piece.repeat(30_000 / piece.length) } }));
  }
  expect(Date.now() - started).toBeLessThan(8000);
});
