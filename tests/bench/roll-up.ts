import type { ReportRows } from '@nianbao/core';
import { formatById, rollUpRows } from '@nianbao/core';
import { seededNumbers } from './inputs.ts';
import type { Pair } from './pair.ts';

const format = formatById['2021'];
const width = format.cells.length;
const reports = 150_000;

/** Provinces, prefectures in each and counties in each; the townships are reports of their county's group. */
const branches = [31, 11, 8];
const departments = 37;
const townships = 13;

/** The groups of a country in depth-first order, and for every report its group: departments, then what lies below. */
function country(): { parents: Int32Array; group: Int32Array } {
  const parents: number[] = [];
  const group: number[] = [];
  const add = (parent: number, level: number) => {
    const at = parents.push(parent) - 1;
    const below = branches[level] ?? 0;
    const own = departments + (below === 0 ? townships : 0);
    for (let report = 0; report < own && group.length < reports; report += 1) group.push(at);
    for (let child = 0; child < below; child += 1) add(at, level + 1);
  };
  add(-1, 0);
  return { parents: Int32Array.from(parents), group: Int32Array.from(group) };
}

const { parents, group } = country();

function synthetic(): ReportRows {
  const next = seededNumbers(2021);
  const absent = new Uint16Array(reports);
  const states = new Uint8Array(reports * width);
  const values = Float64Array.from({ length: reports * width }, () => (next() >>> 9) % 50);
  for (let report = 5; report < reports; report += 100) {
    absent[report] = 1;
    states[report * width] = 1;
    values[report * width] = 0;
  }
  return { format, count: reports, values, states, absent, group };
}

const rows = synthetic();

function plainRead(): number {
  const { values } = rows;
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] ?? 0;
  return sum;
}

function sumOfRoot(): number {
  const sums = rollUpRows(rows, parents);
  let sum = 0;
  for (let cell = 0; cell < width; cell += 1) sum += sums.values[cell] ?? 0;
  return sum;
}

/** The country's sums over five levels of government, against only reading the same figures once through. */
export const rollUp: Pair = {
  name: 'roll-up of 150,000 reports over five levels',
  baselineName: 'plain read of the same figures',
  operations: { subject: 1, baseline: 1 },
  target: 3,
  subject: sumOfRoot,
  baseline: plainRead,
  verify() {
    const { reports: counted, missing, exact } = rollUpRows(rows, parents);
    if (sumOfRoot() !== plainRead() || counted[0] !== reports || missing[0] !== reports / 100 || !exact) {
      throw new Error('the roll-up differs from the plain sum');
    }
  },
};
