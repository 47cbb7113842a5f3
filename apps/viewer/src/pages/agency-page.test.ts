import { findAll } from '@nianbao/ui/testing';
import { expect, it } from 'vitest';
import { openViewer } from '../testing/open-viewer.ts';

const { read } = openViewer();

it('shows each year with the figures that readers ask for first', async () => {
  const page = await read('/agencies/forestry');
  const rows = findAll(page, 'tr').map(({ children }) => children.map(({ text }) => text));
  expect(rows[1]).toEqual(['2025年度', '27', '2', '27', '2', '77.8%', '3', '1', '2026年1月19日第2版']);
});

it('draws a chart only beside its table, with the numbers in words', async () => {
  const chart = findAll(await read('/agencies/forestry'), 'svg', ['role', 'img'])[0];
  expect(chart?.attributes.get('aria-label')).toBe('柱形图，数值见下表：2023: 19; 2024: 31; 2025: 27');
});

it('gives no rate where the denominator is under 10, and draws no chart of one year', async () => {
  const page = await read('/agencies/township');
  expect(findAll(page, 'td').map(({ text }) => text)).toContain('—');
  expect(findAll(page, 'svg', ['role', 'img'])).toEqual([]);
});
