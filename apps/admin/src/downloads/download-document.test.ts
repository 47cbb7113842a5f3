import { expect, test } from 'vitest';
import { problemOfResponse } from '../api/problem.ts';
import { nameOf } from './download-document.ts';

test('a document is saved under the name that the server gives', () => {
  const name = '云溪县林业局2025年政府信息公开工作年度报告（草稿）.docx';
  expect(nameOf(`attachment; filename="2025.docx"; filename*=UTF-8''${encodeURIComponent(name)}`)).toBe(name);
  expect([nameOf(null), nameOf('attachment'), nameOf("attachment; filename*=UTF-8''%E4%B")]).toEqual([
    null,
    null,
    null,
  ]);
});

test('a refusal is told in the server’s words, and anything else as no answer', () => {
  const text = { zh: '没有找到。', en: 'Not found.' };
  const body = { code: 'NOT_FOUND', httpStatus: 404, message: text, next: text, requestId: 'r-1', details: {} };
  expect(problemOfResponse({ error: body })).toMatchObject({ kind: 'notFound', text: { zh: '没有找到。没有找到。' } });
  expect(problemOfResponse('<html>').kind).toBe('offline');
});
