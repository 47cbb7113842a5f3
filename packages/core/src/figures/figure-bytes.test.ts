import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatById } from '../formats/formats.ts';
import { anyFormat, cellValues, consistentRows } from '../testing/arbitraries.ts';
import { rowFromFacts } from './facts.ts';
import { decodeFigures, encodeFigures, readFigures } from './figure-bytes.ts';
import { blankRow } from './figure-row.ts';

const anyRow = anyFormat.chain((format) =>
  fc
    .tuple(...format.cells.map((cell) => cellValues(cell)))
    .map((values) =>
      rowFromFacts(format, Object.fromEntries(values.map((value, at) => [format.cells[at]?.key, value]))),
    ),
);

describe('figures as bytes', () => {
  test('whatever stands in the cells, the row comes back the same', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        expect(decodeFigures(encodeFigures(row))).toEqual(row);
      }),
    );
  });

  test('rows of several formats stand one after the other and are told apart', () => {
    const rows = fc.array(fc.oneof(anyRow, anyFormat.chain(consistentRows)), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (written) => {
        const bytes = Uint8Array.from(written.flatMap((row) => [...encodeFigures(row)]));
        const read = [];
        for (let at = 0; at < bytes.length; ) {
          const { row, next } = readFigures(bytes, at);
          read.push(row);
          at = next;
        }
        expect(read).toEqual(written);
      }),
    );
  });

  test('a report of zeros takes a few bytes, and one of small figures a byte each', () => {
    const format = formatById['2021'];
    const zeros = rowFromFacts(format, Object.fromEntries(format.cells.map(({ key }) => [key, 0])));
    expect(encodeFigures(zeros).length).toBeLessThan(10);
    const counts = format.cells.filter(({ kind }) => kind === 'count').map(({ key }) => [key, 17]);
    const small = rowFromFacts(format, Object.fromEntries([...counts, ['t2.fees.amount', 0]]));
    expect(encodeFigures(small).length).toBeLessThanOrEqual(format.cells.length + 4);
  });

  test('what is not a row of figures is refused', () => {
    const bytes = encodeFigures(blankRow(formatById['2021']));
    expect(() => decodeFigures(Uint8Array.of())).toThrow(RangeError);
    expect(() => decodeFigures(Uint8Array.of(1, 0, 7, 0, 0))).toThrow(RangeError);
    expect(() => decodeFigures(bytes.slice(0, -1))).toThrow(RangeError);
    expect(() => decodeFigures(Uint8Array.of(...bytes, 0))).toThrow(RangeError);
    const tooMany = Uint8Array.of(...bytes.slice(0, 54), 0x3f, 0x3f, 0x3f, 0x3f);
    expect(() => decodeFigures(tooMany)).toThrow(RangeError);
  });
});
