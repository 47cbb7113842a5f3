import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../figures/facts.ts';
import type { CellKey, Format } from '../formats/format.ts';
import { cellKeyOf, formatById, formats } from '../formats/formats.ts';
import type { Block } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import { emptyReport } from '../report/report.ts';
import { cellValues, consistentReports } from '../testing/arbitraries.ts';
import { checkReport } from './check.ts';
import { openCheck } from './live-check.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Sentences that agree with the tables, contradict them, or carry what must not be published. */
const overview = fc
  .subarray([
    '本年新收政府信息公开申请3件。',
    '本年未收到政府信息公开申请。',
    '全年共办理12件，其中自然人5件，企业9件。',
    '联系人手机13900001111。',
    '本年度行政复议3件，均获维持。',
  ])
  .map((sentences) => sentences.map(paragraph));

type Edit =
  | { readonly kind: 'fact'; readonly key: CellKey; readonly value: CellValue }
  | { readonly kind: 'overview'; readonly blocks: Block[] }
  | { readonly kind: 'publishedOn'; readonly date: string | null };

function edits(format: Format): fc.Arbitrary<Edit[]> {
  const fact = fc
    .constantFrom(...format.cells)
    .chain((cell) => cellValues(cell).map((value): Edit => ({ kind: 'fact', key: cell.key, value })));
  const text = overview.map((blocks): Edit => ({ kind: 'overview', blocks }));
  const date = fc
    .constantFrom('2020-01-20', '2026-02-01', null)
    .map((publishedOn): Edit => ({ kind: 'publishedOn', date: publishedOn }));
  return fc.array(
    fc.oneof({ weight: 4, arbitrary: fact }, { weight: 1, arbitrary: text }, { weight: 1, arbitrary: date }),
    { maxLength: 12 },
  );
}

function withOverview(report: Report, blocks: Block[]): Report['sections'] {
  return report.sections.map((section) => (section.id === 'overview' ? { ...section, blocks } : section));
}

describe.each(formats.map((format) => ({ format })))('an open check of a report in format $format.id', ({ format }) => {
  it('says at every step what a full check of the report says', () => {
    fc.assert(
      fc.property(consistentReports(format), edits(format), (report, run) => {
        const live = openCheck(report, { stage: 'publication' });
        let expected = report;
        for (const edit of run) {
          switch (edit.kind) {
            case 'fact':
              live.setFact(edit.key, edit.value);
              expected = { ...expected, facts: { ...expected.facts, [edit.key]: edit.value } };
              break;
            case 'overview':
              live.setText({ sections: withOverview(expected, edit.blocks) });
              expected = { ...expected, sections: withOverview(expected, edit.blocks) };
              break;
            case 'publishedOn':
              live.setText({ publishedOn: edit.date });
              expected = { ...expected, publishedOn: edit.date };
          }
          expect(live.result()).toEqual(checkReport(expected, { stage: 'publication' }));
        }
        expect(live.report()).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

describe('an open check', () => {
  const format = formatById['2021'];
  const key = (name: string) => {
    const found = cellKeyOf(format, name);
    if (found === null) throw new Error(`no cell ${name}`);
    return found;
  };

  it('leaves the report that it was given alone', () => {
    const report = emptyReport('青岚镇人民政府', 2024, format);
    openCheck(report).setFact(key('t3.received.total'), 4);
    expect(report.facts).toEqual({});
  });

  it('refuses a cell of another format', () => {
    const earlier = openCheck(emptyReport('青岚镇人民政府', 2020, formatById['2019']));
    expect(() => earlier.setFact(key('t2.fees.amount'), 1)).toThrow(RangeError);
  });

  it('gives the same findings object until something changes', () => {
    const live = openCheck(emptyReport('青岚镇人民政府', 2024, format));
    const before = live.result();
    expect(live.result()).toBe(before);
    live.setFact(key('t3.received.total'), 4);
    expect(live.result()).not.toBe(before);
  });
});
