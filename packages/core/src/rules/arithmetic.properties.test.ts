import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsFromRow, figureOf, rowFromFacts, setFact } from '../figures/facts.ts';
import type { FigureRow } from '../figures/figure-row.ts';
import { cellState, setFigure } from '../figures/figure-row.ts';
import type { Cell, CellKey, Format } from '../formats/format.ts';
import { formats } from '../formats/formats.ts';
import { cellValues, consistentRows } from '../testing/arbitraries.ts';
import { checkArithmetic, failedRelations } from './arithmetic-check.ts';
import { ArithmeticSession } from './arithmetic-session.ts';
import { arithmeticTable } from './arithmetic-table.ts';
import { rules } from './catalogue.ts';
import type { LinearRelation } from './rule.ts';

/** The plainest reading of a relation, in whole numbers of any size: what the engine must agree with. */
function isTrue(row: FigureRow, { left, comparison, right }: LinearRelation): boolean {
  const sum = (keys: readonly CellKey[]) =>
    keys.reduce((total, key) => total + BigInt(row.values[row.format.indexOf.get(key) ?? -1] ?? NaN), 0n);
  if (comparison === '=') return sum(left) === sum(right);
  return comparison === '<=' ? sum(left) <= sum(right) : sum(left) >= sum(right);
}

const name = (finding: { rule: string; instance: string | null }) => `${finding.rule}/${finding.instance}`;

const relationsOf = (format: Format) =>
  rules.flatMap((rule) =>
    rule.kind === 'linear' ? rule.relations(format).map((relation) => ({ rule: rule.id, ...relation })) : [],
  );

function copy(row: FigureRow): FigureRow {
  return { ...row, values: row.values.slice(), states: row.states.slice() };
}

const cellsOf = (format: Format): fc.Arbitrary<Cell> => fc.constantFrom(...format.cells);

describe.each(formats.map((format) => ({ format })))('arithmetic of format $format.id', ({ format }) => {
  const rows = consistentRows(format);

  it('finds nothing in a consistent report', () => {
    fc.assert(
      fc.property(rows, (row) => {
        expect(checkArithmetic(row)).toEqual([]);
      }),
    );
  });

  it('reports every rule that reads a wrong figure and is now false, and no other', () => {
    fc.assert(
      fc.property(rows, cellsOf(format), fc.maxSafeNat(), (row, cell, value) => {
        setFigure(row, cell.index, { state: cellState.number, value });
        const expected = relationsOf(format).filter((relation) => !isTrue(row, relation));
        expect(checkArithmetic(row).map(name)).toEqual(expected.map(name));
        for (const relation of expected) expect([...relation.left, ...relation.right]).toContain(cell.key);
      }),
    );
  });

  it('tells figures apart that Float64 sums cannot', () => {
    const row = rowFromFacts(format, Object.fromEntries(format.cells.map(({ key }) => [key, 0])));
    const large = Number.MAX_SAFE_INTEGER;
    const put = (key: string, value: number) =>
      setFigure(row, format.indexOf.get(key) ?? -1, { state: cellState.number, value });
    put('t4.review.upheld', large);
    put('t4.review.corrected', 2);
    put('t4.review.total', large);
    expect(checkArithmetic(row).map(name)).toEqual(['T4-TOTAL/review']);
    put('t3.received.enterprise', large);
    put('t3.carriedIn.enterprise', large);
    put('t3.processedTotal.enterprise', large);
    put('t3.carriedOut.enterprise', large - 1);
    expect(checkArithmetic(row).map(name)).toContain('T3-BALANCE/enterprise');
  });

  it('says nothing of blanks that the right figures could fill', () => {
    const unknown = fc.constantFrom(cellState.blank, cellState.unreadable);
    fc.assert(
      fc.property(rows, fc.array(fc.tuple(cellsOf(format), unknown)), (row, blanked) => {
        for (const [cell, state] of blanked) setFigure(row, cell.index, { state, value: 0 });
        expect(checkArithmetic(row)).toEqual([]);
      }),
    );
  });

  it('still finds what is false whatever the blanks hold', () => {
    fc.assert(
      fc.property(rows, cellsOf(format), cellsOf(format), (row, blanked, broken) => {
        setFigure(row, blanked.index, { state: cellState.blank, value: 0 });
        if (blanked.index !== broken.index) setFigure(row, broken.index, { state: cellState.number, value: 2 ** 50 });
        const found = new Set(checkArithmetic(row).map(name));
        for (const relation of relationsOf(format)) {
          if ([...relation.left, ...relation.right].includes(blanked.key)) continue;
          expect(found.has(name(relation))).toBe(!isTrue(row, relation));
        }
      }),
    );
  });

  it('keeps to the full check through any run of edits', () => {
    const edits = fc.array(
      cellsOf(format).chain((cell) => cellValues(cell).map((value) => ({ cell, value }))),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(rows, edits, (row, run) => {
        const session = new ArithmeticSession(copy(row));
        for (const { cell, value } of run) {
          setFact(row, cell, value);
          const { state, value: scaled } = figureOf(cell.kind, value);
          session.set(cell.index, state, scaled);
          const expected = failedRelations(arithmeticTable(format), row);
          expect(session.broken()).toEqual(expected);
          expect(session.brokenCount).toBe(expected.length);
        }
        expect(factsFromRow(session.row)).toEqual(factsFromRow(row));
      }),
    );
  });

  it('suggests a repair only where it mends every rule that reads the figure', () => {
    fc.assert(
      fc.property(rows, cellsOf(format), fc.nat({ max: 40 }), (row, cell, value) => {
        setFigure(row, cell.index, { state: cellState.number, value });
        for (const finding of checkArithmetic(row)) {
          if (finding.repair === null) continue;
          const mended = copy(row);
          const repaired = format.cells[format.indexOf.get(finding.repair.cell) ?? -1];
          if (repaired === undefined) throw new Error('a repair names a cell of the format');
          setFact(mended, repaired, finding.repair.value);
          const left = checkArithmetic(mended).filter(({ cells }) => cells.includes(repaired.key));
          expect(left).toEqual([]);
          expect(finding.cells).toContain(repaired.key);
        }
      }),
    );
  });

  it('suggests the true figure where a result of 表三 was mistyped', () => {
    const cells = format.cells.filter(({ table, row }) => table === 't3' && row.startsWith('refused.'));
    fc.assert(
      fc.property(rows, fc.constantFrom(...cells), fc.integer({ min: 1, max: 9 }), (row, cell, more) => {
        const value = row.values[cell.index] ?? 0;
        setFigure(row, cell.index, { state: cellState.number, value: value + more });
        const repairs = checkArithmetic(row).map(({ repair }) => repair);
        expect(repairs).toHaveLength(2);
        expect(repairs).toEqual([
          { cell: cell.key, value },
          { cell: cell.key, value },
        ]);
      }),
    );
  });
});
