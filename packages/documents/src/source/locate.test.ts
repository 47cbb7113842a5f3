import { describe, expect, it } from 'vitest';
import { locate } from './locate.ts';

const pages = [
  { from: 1, part: { kind: 'page', page: 1 } },
  { from: 31, part: { kind: 'page', page: 2 } },
] as const;

describe('locate', () => {
  it('counts the lines of a file without parts', () => {
    expect(locate([], 7, 3)).toEqual({ part: null, line: 7, column: 3 });
  });

  it.each([
    [1, 1, 1],
    [30, 1, 30],
    [31, 2, 1],
    [45, 2, 15],
  ])('finds running line %i on page %i, line %i', (running, page, line) => {
    expect(locate(pages, running, 1)).toEqual({ part: { kind: 'page', page }, line, column: 1 });
  });
});
