import { expect, it } from 'vitest';
import { formatDate, formatFigure, formatMoment, formatShare } from './format-figure.ts';

it.each([
  [0, '0'],
  [9999, '9999'],
  [10_000, '10,000'],
  [11_400_000, '11,400,000'],
  [86.25, '86.25'],
  [0.000001, '0.000001'],
  [-4, '-4'],
])('%d reads %s', (value, text) => {
  expect(formatFigure(value, 'zh')).toBe(text);
  expect(formatFigure(value, 'en')).toBe(text);
});

it('gives a share as a percentage with one decimal', () => {
  expect(formatShare(1 / 3, 'zh')).toBe('33.3%');
});

it('writes a date in the manner of the language, whatever the clock’s zone', () => {
  expect(formatDate('2026-01-05', 'zh')).toBe('2026年1月5日');
  expect(formatDate('2026-01-05', 'en')).toBe('5 January 2026');
});

it('writes a moment by the clocks in China, whatever the clock’s zone', () => {
  expect(formatMoment('2026-01-05T23:30:00Z', 'zh')).toBe('2026年1月6日 07:30');
  expect(formatMoment('2026-01-05T23:30:00Z', 'en')).toBe('6 January 2026 at 07:30');
});
