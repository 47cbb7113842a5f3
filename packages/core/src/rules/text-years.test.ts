import { expect, test } from 'vitest';
import { exampleReport, findingsOf } from '../testing/example-report.ts';

const found = (rule: string, text: string) =>
  findingsOf(rule, { ...exampleReport(), preface: [{ kind: 'paragraph', text }] }).map(({ actual }) => actual);

test.each([
  '现公布云溪县林业局2024年政府信息公开工作年度报告。',
  '根据《云溪县人民政府办公室关于做好2023年度政府信息公开工作年度报告编制发布工作的通知》编制。',
  '2019年5月15日新修订的《条例》施行。',
  '针对2023年度政府信息公开工作年度报告中存在的问题进行了整改。',
])('TEXT-YEAR: “%s” passes', (text) => {
  expect(found('TEXT-YEAR', text)).toEqual([]);
});

test('TEXT-YEAR: last year’s preface is found', () => {
  expect(found('TEXT-YEAR', '特向社会公布2023年度云溪县林业局政府信息公开年度报告。')).toEqual([2023]);
});

test('TEXT-YEAR: to speak of last year’s report in the text is no mistake', () => {
  const report = exampleReport({ text: { 0: '按规定发布2023年度政府信息公开年报，更新指南。' } });
  expect(findingsOf('TEXT-YEAR', report)).toEqual([]);
});

test.each([
  '统计期限自2024年1月1日起，至2024年12月31日止。',
  '统计时限为2024年1月1日至12月31日。',
  '数据截至2024年底。',
])('TEXT-PERIOD: “%s” passes', (text) => {
  expect(found('TEXT-PERIOD', text)).toEqual([]);
});

test.each([
  '统计期限自2024年1月1日至2024年11月30日。',
  '统计期限自2023年1月1日至2024年12月31日。',
  '统计期限自2024年12月31日至2024年1月1日。',
  '统计期限自20241月1日起至202412月31日止。',
  '数据统计期限为202411日至20241231日。',
])('TEXT-PERIOD: “%s” is wrong', (text) => {
  expect(found('TEXT-PERIOD', text)).toHaveLength(1);
});

test('TEXT-PERIOD: other periods in the text are not the report’s', () => {
  const report = exampleReport({ text: { 0: '2024年3月1日至2024年5月31日开展专项整治。' } });
  expect(findingsOf('TEXT-PERIOD', report)).toEqual([]);
});
