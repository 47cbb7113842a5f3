import type { ShownLine } from '@nianbao/documents';
import { describe, expect, test } from 'vitest';
import { sourceContext } from './source-context.ts';

const page = (number: number) => ({ kind: 'page' as const, page: number });
const row = (part: ShownLine['part'], line: number, texts: readonly string[]): ShownLine => ({
  part,
  line,
  cells: texts.map((text, at) => ({ text, line, column: at + 1 })),
});
const lines = [
  ...Array.from({ length: 10 }, (_, at) => row(page(1), at + 1, [`甲${at + 1}`, `${at + 1}`])),
  ...Array.from({ length: 10 }, (_, at) => row(page(2), at + 1, [`乙${at + 1}`, `${at + 101}`])),
];

describe('the lines around a place of a file', () => {
  test('are two before and two after, over the end of a page', () => {
    const source = { part: page(2), line: 1, column: 2 };
    const { lines: shown, placeOf } = sourceContext({ lines }, [source]);
    expect(shown.map(({ cells }) => cells[0])).toEqual(['甲9', '甲10', '乙1', '乙2', '乙3']);
    expect(placeOf(source)).toEqual({ index: 10, cell: 1 });
  });

  test('are found by the line alone for a passage within it', () => {
    const source = { part: page(1), line: 3, column: 57 };
    expect(sourceContext({ lines }, [source]).placeOf(source)).toEqual({ index: 2, cell: 0 });
  });

  test('are none for a place that the file does not show', () => {
    const source = { part: null, line: 3, column: 1 };
    const { lines: shown, placeOf } = sourceContext({ lines }, [source]);
    expect([shown, placeOf(source)]).toEqual([[], null]);
  });

  test('hold no more than a person can look at', () => {
    const long = [
      row(
        null,
        1,
        Array.from({ length: 5000 }, () => '数'.repeat(5000)),
      ),
    ];
    const [shown] = sourceContext({ lines: long }, [{ part: null, line: 1, column: 1 }]).lines;
    expect(shown?.cells).toHaveLength(40);
    expect(shown?.cells[0]).toHaveLength(200);
  });
});
