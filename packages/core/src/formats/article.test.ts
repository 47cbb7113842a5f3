import { expect, it } from 'vitest';
import { articleIn } from './article.ts';

it.each([
  ['第十条', 'Article 10'],
  ['第十四条', 'Article 14'],
  ['第二十条第（一）项', 'Article 20 (1)'],
  ['第三十六条第（七）项', 'Article 36 (7)'],
  ['第十六条第二款', 'Article 16, paragraph 2'],
])('%s is %s in English', (article, english) => {
  expect(articleIn(article, 'en')).toBe(english);
  expect(articleIn(article, 'zh')).toBe(article);
});
