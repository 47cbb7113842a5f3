import { expect, it } from 'vitest';
import { isPartOfReport } from './field-label.ts';

it.each(['fact:t3.received.total', 'head:title', 'preface', 'section:0'])('%s is a part of the report', (field) => {
  expect(isPartOfReport(field)).toBe(true);
});

it.each(['state', 'approval', 'schedule', 'content'])('%s is kept about the report', (field) => {
  expect(isPartOfReport(field)).toBe(false);
});
