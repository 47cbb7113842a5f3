import { expect, test } from 'vitest';
import { exampleReport, findingsOf } from '../testing/example-report.ts';

const found = (text: string) =>
  findingsOf('TEXT-PARTS', exampleReport({ text: { 0: text }, otherCells: null })).map(
    ({ severity, expected, actual }) => [severity, expected, actual],
  );

test.each([
  '公开信息208条，其中政策文件3条、办事指南74条、其他公开131条；依托宣传栏公开100余条。',
  '公开信息22条，其中人事信息2条，财务信息4条（其中预算2条、决算2条），计划总结5条，其他信息11条。',
  '公开信息276条，其中：政务动态216条，目录50条，主动报送信息100余条。',
  '共公开700条，其中规范性文件0条。通过网站公开65条，微信公开635条。',
  '对外宣传74篇，其中国家级媒体9篇，省级媒体65篇。',
  '行政复议351件，其中结果维持72件，结果纠正64件，其他结果178件，尚未审结37件；行政诉讼46件，其中维持25件。',
  '受理申请20件，其中11件按程序办结，8件申请人主动撤销。',
  '公开信息100条。其中政务动态80条，通知20条。',
  '申请较上年增加3件，其中网上申请15件。',
  '每月召开例会2次，其中全体会议5次。',
  '公开信息50条：其中政策文件20条，工作动态10条。',
  '公开信息171条：124+34+4+3+2+4。',
  '收到申请20件，其中自然人18件、企业2件，网络申请15件、信函5件。',
])('TEXT-PARTS: “%s” passes', (text) => {
  expect(found(text)).toEqual([]);
});

test.each<[string, unknown[]]>([
  ['公开信息300条，其中政策法规100条，工作动态150条，其他60条。', ['warning', 310, 300]],
  ['公开信息300条，其中政策法规100条，工作动态150条，其他40条。', ['warning', 290, 300]],
  ['办理申请8件，其中予以公开10件。', ['error', 10, 8]],
  ['收到申请17条：予以公开4条，不予公开2条。', ['warning', 6, 17]],
  ['全年解读20篇，其中文字解读和图片解读分别为12篇、9篇。', ['warning', 21, 20]],
])('TEXT-PARTS: “%s” does not add up', (text, expected) => {
  expect(found(text)).toContainEqual(expected);
});

test('TEXT-PARTS: results that name every way of closing must come to the whole', () => {
  const text =
    '答复申请20件（含上年度结转3件）。予以公开和部分公开8件；不予公开4件；无法提供4件；不予处理1件；其他处理0件。';
  expect(found(text)).toEqual([['error', 17, 20]]);
  expect(found(text.replace('公开8件', '公开11件'))).toEqual([]);
});
