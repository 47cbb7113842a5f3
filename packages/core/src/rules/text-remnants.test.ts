import { expect, test } from 'vitest';
import { exampleReport, findingsOf } from '../testing/example-report.ts';

const remnantsIn = (text: string) =>
  findingsOf('TEMPLATE-REMNANT', exampleReport({ text: { 0: text } })).map(({ instance }) => instance);

test.each([
  ['placeholder', '2024年，××局公开信息。'],
  ['placeholder', '主动公开信息xx条。'],
  ['blank', '公开信息____条。'],
  ['instruction', '该部分以表格形式报告。表格如下：'],
  ['instruction', '（此处填写本单位情况）'],
  ['instruction', '【请填写本年度工作】'],
  ['year', '2023年，我局认真贯彻落实各项要求，推进信息公开工作。'],
])('TEMPLATE-REMNANT: %s in “%s”', (instance, text) => {
  expect(remnantsIn(text)).toEqual([instance]);
});

test.each([
  '详见http://www.yunxi.example/xxgk/xx/index.html。',
  '邮箱xxgk@yunxi.example。',
  '【字体：大中小】',
  '2023年，我局荣获先进；2024年继续推进信息公开工作。',
  '“双随机、一公开”',
])('TEMPLATE-REMNANT: “%s” passes', (text) => {
  expect(remnantsIn(text)).toEqual([]);
});

const foreign = (agency: string, title: string, text: string) =>
  findingsOf('FOREIGN-NAME', { ...exampleReport({ agency, text: { 0: text } }), title }).map(
    ({ instance }) => instance,
  );

test.each([
  ['云溪县青岚镇人民政府', '2024年度青岚镇政府信息公开工作年度报告', '我镇公开信息，我县开展督查。'],
  ['河湾镇人民政府', '云溪县河湾镇2024年政府信息公开工作年度报告', ''],
  ['云溪县住房和城乡建设局', '县住建局2024年政府信息公开工作年度报告', ''],
  ['螺镇人民政府', '2024年度螺镇政府信息公开工作年度报告', '本镇公开信息。'],
  ['云溪县林业局', '云溪县林业局2024年政府信息公开工作年度报告', '我局、我县、我市。群众说“我家乡变美了”。'],
  ['云溪县人民政府', '云溪县2024年政府信息公开工作年度报告', '我县公开信息。'],
  ['云溪县林业局', '2024年政府信息公开工作年度报告', ''],
])('FOREIGN-NAME: %s may write “%s”', (agency, title, text) => {
  expect(foreign(agency, title, text)).toEqual([]);
});

test('FOREIGN-NAME: another’s name in the title, another kind of body in the text', () => {
  expect(foreign('云溪县林业局', '云溪县水利局2024年政府信息公开工作年度报告', '')).toEqual(['title']);
  expect(foreign('云溪县林业局', '云溪县林业局2024年政府信息公开工作年度报告', '2024年，我镇公开信息。')).toEqual([
    'self',
  ]);
});
