import { describe, expect, it } from 'vitest';
import { clock, standingLine } from './progress.ts';

describe('how far a run is', () => {
  it.each([
    [0, '0:00'],
    [59.6, '1:00'],
    [3723, '1:02:03'],
  ])('%d seconds are told as %s', (seconds, told) => {
    expect(clock(seconds)).toBe(told);
  });

  it('is told with rate, remaining time and errors', () => {
    expect(standingLine({ done: 250, total: 1000, errors: 3, seconds: 5 }, 'zh')).toBe(
      '250/1000 份，每秒 50 份，还需 0:15，有错误 3 份',
    );
    expect(standingLine({ done: 0, total: 10, errors: 0, seconds: 5 }, 'en')).toBe(
      '0/10 files, 0.0 a second, – left, 0 with errors',
    );
  });
});
