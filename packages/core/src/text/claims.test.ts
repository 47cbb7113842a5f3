import { expect, test } from 'vitest';
import { exampleReport } from '../testing/example-report.ts';
import { claimsOf } from './claims.ts';

const claimed = (text: string, agency?: string): string[] => {
  const report = exampleReport({ text: { 0: text }, ...(agency === undefined ? {} : { agency }) });
  return claimsOf(report).map(({ concept, mention }) => `${concept.id}=${mention.value}`);
};

test.each<[string, string[]]>([
  [
    '2024年，我局共收到政府信息公开申请20件，上年结转3件，办结20件，结转下年度3件。',
    ['received=20', 'carriedIn=3', 'finished=20', 'carriedOut=3'],
  ],
  [
    '我局共受理申请 311 件，答复 305 件（含上年度结转申请 4 件，另有 10 件顺延到下年度答复）。',
    ['received=311', 'answered=305', 'carriedIn=4', 'carriedOut=10'],
  ],
  ['收到3份政府信息公开申请，2件予以公开，1件不予公开。', ['received=3', 'granted=2', 'refused=1']],
  [
    '收到依申请公开17条：予以公开4条，不予公开（三类内部事务）13条。',
    ['received=17', 'granted=4', 'refused.internalAffairs=13'],
  ],
  ['主动公开信息30条，收到申请3件，予以公开3件。', ['received=3', 'granted=3']],
  ['收到申请5件，因本机关不掌握等原因无法提供2件。', ['received=5', 'unavailable=2']],
  [
    '本年新收申请6件，其中自然人5件，商业企业1件。',
    ['received=6', 'applicant.naturalPerson=5', 'applicant.enterprise=1'],
  ],
  [
    '政府信息公开行政复议3件，其中结果维持2件，结果纠正1件；行政诉讼2件，维持1件，尚未审结1件。',
    [
      'review=3',
      'review.upheld=2',
      'review.corrected=1',
      'litigation=2',
      'litigation.upheld=1',
      'litigation.pending=1',
    ],
  ],
  ['制发行政规范性文件2件，现行有效规范性文件7件。', ['normativeIssued=2', 'normativeInForce=7']],
  ['作出行政许可决定300件，行政处罚决定40件。', ['licenceDecisions=300', 'penaltyDecisions=40']],
  ['行政事业性收费12.5万元。', ['fees=12.5']],
  ['收到依申请公开信息12条，其中收到平台外依申请公开信息1条。', ['received=12']],
  ['收到申请二十件，答复十二件。', ['received=20', 'answered=12']],
])('reads “%s”', (text, expected) => {
  expect(claimed(text)).toEqual(expected);
});

test.each([
  ['documents made, not applications', '制发政府信息130件，主动公开18件，不予公开112件。'],
  ['how documents were classed', '制作信息112条，其中主动公开7条，依申请公开信息数59条，不予公开信息数46条。'],
  ['published decisions', '公示行政许可决定776件。'],
  ['rules of the office', '制定规章制度5项。'],
  ['a channel', '收到网络申请12件，信函申请8件。'],
  ['another body', '县公安局收到政府信息公开申请9件。'],
  ['another year', '2023年收到政府信息公开申请15件。'],
  ['a part of the year', '上半年收到政府信息公开申请15件。'],
  ['a change', '政府信息公开申请较上年增加5件。'],
  ['other things that are answered', '收到网民留言248条，办结230条，答复4条。'],
  ['licences', '受理行政许可申请120件。'],
  ['cases that the body itself decides', '全年受理行政复议案件35件，办理行政应诉案件12件。'],
  ['a rate', '申请按时答复率100%。'],
  ['the whole region, in the report of a department', '全县共受理政府信息公开申请62件。'],
  ['decisions that are published', '发布采购信息801条，其中采购公告800条，行政处罚决定1条。'],
  ['working days', '在20个工作日内答复申请。'],
])('takes up no claim from %s', (_, text) => {
  expect(claimed(text)).toEqual([]);
});

test('an organ’s own name beside a figure narrows nothing', () => {
  expect(claimed('云溪县政府办公室代表县政府共受理政府信息公开申请12件。', '云溪县人民政府办公室')).toEqual([
    'received=12',
  ]);
  expect(claimed('青岚街道收到政府信息公开申请2件。', '云溪县青岚街道办事处')).toEqual(['received=2']);
});
