import { expect, test } from 'vitest';
import { foldText } from './folded-text.ts';
import { numberMentions } from './number-mentions.ts';

const shown = (source: string): string[] =>
  numberMentions(foldText(source).text).map(
    ({ value, unit, approximate }) => `${value}${unit}${approximate ? '~' : ''}`,
  );

test.each<[string, string[]]>([
  ['受理申请 3119 件', ['3119件']],
  ['公开信息1,234条', ['1234条']],
  ['公开信息３００余条', ['300条~']],
  ['约20件', ['20件~']],
  ['收到两件，答复十二件', ['2件', '12件']],
  ['阅读量1.2万次', ['12000次~']],
  ['收费2017.515万元', ['2017.515万元']],
  ['占12.35%，占百分之三十', ['12.35%', '30%']],
  ['收到申请20件左右', ['20件~']],
])('reads the figures of “%s”', (source, expected) => {
  expect(shown(source)).toEqual(expected);
});

test.each([
  '2024年1月1日至12月31日',
  '国务院令第711号',
  '云政办〔2024〕12号',
  '电话：0599-8830330',
  '第二十条第（一）项',
  '高效办成一件事',
  '20个工作日内',
  '统一部署、逐项落实、每件必复',
  '一是学习，二是培训',
  '三类内部事务',
  '5·15政务公开日',
])('finds no figure in “%s”', (source) => {
  expect(shown(source)).toEqual([]);
});

test('stays quick on long hostile text', () => {
  const started = Date.now();
  for (const text of ['1'.repeat(50_000), '一'.repeat(50_000), '1,'.repeat(25_000), '百万'.repeat(25_000)]) {
    numberMentions(text);
  }
  expect(Date.now() - started).toBeLessThan(2000);
});
