import { expect, test } from 'vitest';
import { busyOffice } from '../testing/busy-office.ts';
import { exampleReport, findingsOf } from '../testing/example-report.ts';

const found = (text: string) =>
  findingsOf('TEXT-PERCENTAGE', exampleReport({ facts: busyOffice, text: { 0: text } })).map(
    ({ instance, expected, actual }) => [instance, expected, actual],
  );

test.each([
  '收到申请20件，答复20件，予以公开9件，占45%；部分公开2件，占10%；不予公开4件，占20%。',
  '答复申请805件，不予公开35件，占4.34%，无法提供265件，占32.9%。',
  '答复申请805件，不予公开35件，占4.35%。',
  '不予公开4件，占全部答复的20%。',
  '公开信息120条，其中网站100条，占全县总量的37%。',
  '政策解读率100%，公开率98.5%。',
  '申请中自然人约18件，占85%。',
  '公开信息较上年增长150%。',
])('TEXT-PERCENTAGE: “%s” passes', (text) => {
  expect(found(text)).toEqual([]);
});

test.each<[string, unknown[]]>([
  ['答复申请20件，不予公开4件，占25%。', ['share', 20, 25]],
  ['公开信息120条，其中政策文件30条，占比35%。', ['share', 25, 35]],
  ['申请按期办结率为102%。', ['overHundred', 100, 102]],
])('TEXT-PERCENTAGE: “%s” does not follow', (text, expected) => {
  expect(found(text)).toContainEqual(expected);
});

test('TEXT-PERCENTAGE: growth is judged against last year’s report where there is one', () => {
  const report = (text: string) => exampleReport({ facts: busyOffice, text: { 0: text } });
  const prior = exampleReport({ year: 2023, facts: { 't3.received.naturalPerson': 25, 't3.received.total': 25 } });
  const growth = (text: string) =>
    findingsOf('TEXT-PERCENTAGE', report(text), { prior }).map(({ expected }) => expected);
  expect(growth('收到申请20件，申请数量较去年回落20%。')).toEqual([]);
  expect(growth('收到申请20件，申请数量较去年回落12.3%。')).toEqual([-20]);
  expect(findingsOf('TEXT-PERCENTAGE', report('收到申请20件，申请数量较去年回落12.3%。'))).toEqual([]);
});

test.each([
  ['收到申请27件，部分公开9件，占35.4%。', 33.3, 2.1],
  ['答复申请805件，不予公开35件，占6.25%。', 4.35, 1.9],
  ['申请按期办结率为102.3%。', 100, 2.3],
])('TEXT-PERCENTAGE: the difference in “%s” has the places of its figures', (text, expected, difference) => {
  const [finding] = findingsOf('TEXT-PERCENTAGE', exampleReport({ facts: busyOffice, text: { 0: text } }));
  expect(finding).toMatchObject({ expected, difference });
});
