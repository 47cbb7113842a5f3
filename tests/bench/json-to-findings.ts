import { arithmeticOfJson, checkArithmetic, emptyReport, factsFromRow, formatById } from '@nianbao/core';
import { syntheticRows } from './inputs.ts';
import type { Pair } from './pair.ts';

const format = formatById['2021'];
const rows = syntheticRows(format, 1000);
const texts = rows.map((row) =>
  JSON.stringify({ ...emptyReport('青岚镇人民政府', 2024, format), facts: factsFromRow(row) }),
);

function findings(): number {
  let found = 0;
  for (const text of texts) {
    const outcome = arithmeticOfJson(text);
    if (outcome.ok) found += outcome.findings.length;
  }
  return found;
}

function parsed(): number {
  let sections = 0;
  for (const text of texts) sections += Object.keys(JSON.parse(text)).length;
  return sections;
}

/** A report's JSON text to its arithmetic findings, against only parsing the text. */
export const jsonToFindings: Pair = {
  name: 'JSON text of a report to its arithmetic findings',
  baselineName: 'JSON.parse of the same text',
  operations: { subject: texts.length, baseline: texts.length },
  target: 1.5,
  subject: findings,
  baseline: parsed,
  verify() {
    const expected = rows.reduce((found, row) => found + checkArithmetic(row).length, 0);
    if (findings() !== expected || expected === 0) throw new Error(`${findings()} findings, not ${expected}`);
  },
};
