import { expect, test } from 'vitest';
import { busyOffice } from '../testing/busy-office.ts';
import { exampleReport, findingsOf } from '../testing/example-report.ts';

const found = (text: string, facts: Readonly<Record<string, number | null>> = busyOffice) =>
  findingsOf('TEXT-FIGURE', exampleReport({ facts, text: { 0: text } })).map(
    ({ instance, severity, expected, actual }) => [instance, severity, expected, actual],
  );

test.each([
  '共受理政府信息公开申请20件，答复17件（含上年度结转申请3件，另有3件申请顺延到下年度答复）。',
  '本年共办理依申请公开23件，其中新收20件，上年结转3件。',
  '答复政府信息公开申请19件，不予处理1件。',
  '收到申请20件，予以公开11件。',
  '因政府信息公开被申请行政复议3件，其中维持2件，纠正1件；被提起行政诉讼3件，维持2件，尚未审结1件。',
  '政府信息公开行政复议、行政诉讼共6件。',
  '政府信息公开行政诉讼中未经复议直接起诉2件，复议后起诉1件。',
  '行政事业性收费12.5万元。',
  '行政事业性收费金额125000元。',
  '处理行政决定340件。',
  '收到申请20件，其中因本机关不掌握2件，信息不存在1件。',
])('TEXT-FIGURE: “%s” fits the tables', (text) => {
  expect(found(text)).toEqual([]);
});

test.each<[string, unknown[]]>([
  ['全年受理政府信息公开申请2件，均按时答复。', ['received', 'error', 20, 2]],
  ['收到申请20件，不予公开28件。', ['refused', 'error', 4, 28]],
  ['收到申请20件，部分公开1件。', ['partial', 'error', 2, 1]],
  ['收到申请20件，办结19件，上年结转4件。', ['carriedIn', 'error', 3, 4]],
  ['因政府信息公开引起的行政复议22件。', ['review', 'error', 3, 22]],
  ['收到政府信息公开申请约80件。', ['received', 'warning', 23, 80]],
  ['制发行政规范性文件3件。', ['normativeIssued', 'warning', 2, 3]],
  ['规章对外公开总数量1件。', ['regulationsTotal', 'error', 0, 1]],
])('TEXT-FIGURE: “%s” does not', (text, expected) => {
  expect(found(text)).toContainEqual(expected);
});

test('TEXT-FIGURE: what the table leaves open is not judged', () => {
  expect(
    found('收到政府信息公开申请25件。', { ...busyOffice, 't3.received.total': null, 't3.received.enterprise': null }),
  ).toEqual([]);
});

test('TEXT-FIGURE: a text that agrees with the columns is not blamed for a wrong total', () => {
  expect(
    found('收到政府信息公开申请20件。', { ...busyOffice, 't3.received.total': 21, 't3.carriedIn.total': 0 }),
  ).toEqual([]);
});

test('TEXT-FIGURE: the place is what the author sees', () => {
  const report = exampleReport({ facts: busyOffice, text: { 0: '2024年，共收到申请 25 件。' } });
  const place = findingsOf('TEXT-FIGURE', report)[0]?.place;
  expect(place).toMatchObject({ kind: 'text', section: 0, sectionId: 'overview', block: 0, quote: '收到申请 25 件' });
});
