import { expect, test } from 'vitest';
import { busyOffice } from '../testing/busy-office.ts';
import { exampleReport, findingsOf } from '../testing/example-report.ts';

const found = (text: string) =>
  findingsOf('TEXT-NONE-CLAIM', exampleReport({ facts: busyOffice, text: { 0: text } })).map(
    ({ instance }) => instance,
  );

test.each([
  ['received', '全年未接到公开政府信息的申请。'],
  ['received', '我局未收到任何公民、法人和其他组织提出的公开政府信息的申请。'],
  ['received', '2024年未收到依申请公开信件。'],
  ['received', '没有收到政府信息公开申请。'],
  ['received.zero', '全年零申请。'],
  ['review', '未发生有关政府信息公开工作的举报、投诉、行政复议等情况。'],
  ['litigation', '没有因信息公开申请行政复议、提起行政诉讼的情况。'],
  ['litigation', '未出现行政复议、行政诉讼等现象。'],
  ['upheld', '政府信息公开行政诉讼3件，均获维持。'],
  ['granted', '收到申请20件，均予以公开。'],
  ['closed', '收到申请20件，已全部办结。'],
  ['normativeDocuments', '本年度未制定规范性文件。'],
])('TEXT-NONE-CLAIM: %s is contradicted in “%s”', (instance, text) => {
  expect(found(text)).toContain(instance);
});

test.each([
  '全年未收到行政许可申请。',
  '上半年未收到政府信息公开申请。',
  '未收到网上申请，收到信函申请20件。',
  '县林草中心站未收到政府信息公开申请。',
  '2023年未收到政府信息公开申请。',
  '未发生超期答复引起的行政诉讼。',
  '未经复议直接起诉2件。',
  '收到申请20件，除3件结转下年度外，其余全部办结。',
  '办理热线47件，已全部办结。',
  '申请人无正当理由逾期不补正。',
  '完善制度，避免因公开不当引发行政复议。',
])('TEXT-NONE-CLAIM: “%s” says nothing against the tables', (text) => {
  expect(found(text)).toEqual([]);
});
