import type { CellValue, Report } from '@nianbao/core';
import { checkReport, emptyReport, formatById } from '@nianbao/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalsByCell } from '../figures/totals.ts';
import { followReport } from './live-findings.ts';

const format = formatById['2021'];
const start: Report = emptyReport('云溪县林业局', 2025, format);
const against = { agency: null, prior: null, totals: totalsByCell(format) };

describe('findings while typing', () => {
  test('are the same as a full check of the report after any edits', () => {
    const key = fc.constantFrom(...format.cells.map((cell) => cell.key));
    const value = fc.constantFrom<CellValue>(0, 1, 7, null, '/', { unreadable: '12件' });
    const edits = fc.array(fc.tuple(key, value), { maxLength: 40 });
    fc.assert(
      fc.property(edits, fc.string(), (list, text) => {
        const follow = followReport(start, against);
        let report = start;
        for (const [cell, to] of list) {
          report = { ...report, facts: { ...report.facts, [cell]: to } };
          follow(report);
        }
        report = {
          ...report,
          sections: report.sections.map((section, at) =>
            at === 0 ? { ...section, blocks: [{ kind: 'paragraph', text }] } : section,
          ),
        };
        expect(follow(report).all).toEqual(checkReport(report, { stage: 'publication' }).findings);
      }),
      { numRuns: 40 },
    );
  });

  test('stand at the cell that they are about', () => {
    const follow = followReport(start, against);
    const facts = {
      't4.review.upheld': 1,
      't4.review.corrected': 0,
      't4.review.otherOutcome': 0,
      't4.review.pending': 0,
      't4.review.total': 2,
    };
    const { byCell, keys, all } = follow({ ...start, facts });
    expect(byCell.get('t4.review.total')?.map(({ rule }) => rule)).toEqual(['T4-TOTAL']);
    expect(new Set(keys).size).toBe(all.length);
  });
});
