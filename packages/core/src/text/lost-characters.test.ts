import { expect, test } from 'vitest';
import { foldText } from './folded-text.ts';
import { lostCharacters } from './lost-characters.ts';

const none = { before: '', after: '' };
const likely = (source: string, neighbours = none) =>
  lostCharacters(foldText(source).text, neighbours).map((one) => one.likely);

test.each([
  ['按照云政办2024〕1号要求', '云政办〔2024〕1号'],
  ['按照云政办〔20241号要求', '云政办〔2024〕1号'],
  ['刊发系列稿件191在报纸', '稿件191条（篇）'],
  ['提升业务水平和工作能,加大力度', '工作能力'],
  ['无法提供27不予处理3件', '无法提供27件'],
  ['全年共主动公开条，其中政策2条', '数量'],
  ['根据《政府信息公开条例编制', '》'],
])('CHARACTERS-LOST: in “%s”', (source, expected) => {
  expect(likely(source)).toEqual([expected]);
});

test.each([
  '按照云政办〔2024〕1号、第2024号要求',
  '刊发稿件191篇，在报纸刊登',
  '提升工作能力，做到应公开尽公开',
  '行政复议0件，行政诉讼3起',
  '自收到之日起予以公开7天',
  '《云溪县人民政府关于印发〈办法〉的通知》',
])('CHARACTERS-LOST: nothing in “%s”', (source) => {
  expect(likely(source)).toEqual([]);
});

test('CHARACTERS-LOST: a title that runs on into the next paragraph is whole', () => {
  expect(likely('根据《政府信息', { before: '', after: '公开条例》编制' })).toEqual([]);
  expect(likely('公开条例》编制', { before: '根据《政府信息', after: '' })).toEqual([]);
});
