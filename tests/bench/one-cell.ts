import { ArithmeticSession, cellState, checkArithmetic, failedRelations, formatById } from '@nianbao/core';
import { seededNumbers, syntheticRows } from './inputs.ts';
import type { Pair } from './pair.ts';

const format = formatById['2021'];
const rows = syntheticRows(format, 1000);
const [first] = rows;
if (first === undefined) throw new Error('no rows');
const session = new ArithmeticSession({ ...first, values: first.values.slice(), states: first.states.slice() });

const next = seededNumbers(30);
const edits = 4096;
const cells = Uint16Array.from({ length: edits }, () => (next() >>> 9) % format.cells.length);
const figures = Uint16Array.from({ length: edits }, () => (next() >>> 9) % 40);

function editAll(): number {
  let broken = 0;
  for (let at = 0; at < edits; at += 1) {
    session.set(cells[at] ?? 0, cellState.number, figures[at] ?? 0);
    broken += session.brokenCount;
  }
  return broken;
}

/** A figure changed in an open report and its rules judged again, against judging the whole report. */
export const oneCell: Pair = {
  name: 're-check after one changed cell',
  baselineName: 'full arithmetic check of a report',
  operations: { subject: edits, baseline: rows.length },
  target: 0.05,
  subject: editAll,
  baseline: () => rows.reduce((found, row) => found + checkArithmetic(row).length, 0),
  verify() {
    for (let at = 0; at < edits; at += 1) {
      session.set(cells[at] ?? 0, cellState.number, figures[at] ?? 0);
      const expected = failedRelations(session.table, session.row);
      if (session.brokenCount !== expected.length) throw new Error(`after edit ${at} the open check differs`);
    }
  },
};
