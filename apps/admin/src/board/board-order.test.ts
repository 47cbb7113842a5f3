import type { ReportState } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import { boardOrder, nextWaiting } from './board-order.ts';

const report = (id: string, state: ReportState, more: { due?: string; year?: number; overdue?: boolean } = {}) => ({
  id,
  state,
  agencyName: id,
  year: more.year ?? 2025,
  due: more.due ?? null,
  overdue: more.overdue ?? false,
});

const reports = [
  report('published', 'published'),
  report('draft', 'draft'),
  report('approved', 'approved'),
  report('late', 'submitted', { overdue: true }),
  report('soon', 'submitted', { due: '2026-01-20' }),
  report('later', 'submitted', { due: '2026-01-31' }),
  report('returned', 'returned'),
];

describe('the order of the board', () => {
  test('puts what waits for a reviewer first, late ones on top', () => {
    expect(boardOrder('reviewer', reports).map(({ id }) => id)).toEqual([
      'late',
      'soon',
      'later',
      'approved',
      'draft',
      'published',
      'returned',
    ]);
  });

  test('puts what was returned first for an editor', () => {
    expect(
      boardOrder('editor', reports)
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['returned', 'draft']);
  });

  test('the next report goes through what waits and round again', () => {
    expect(nextWaiting('reviewer', reports, 'late')?.id).toBe('soon');
    expect(nextWaiting('reviewer', reports, 'approved')?.id).toBe('late');
    expect(nextWaiting('reviewer', [report('only', 'submitted')], 'only')).toBeNull();
  });
});
