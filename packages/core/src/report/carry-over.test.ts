import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../formats/formats.ts';
import { cellValues } from '../testing/arbitraries.ts';
import { exampleReport, findingsOf } from '../testing/example-report.ts';
import { carriedOver, outdatedCarryOver } from './carry-over.ts';
import { applyChanges } from './change.ts';
import type { Report } from './report.ts';
import { emptyReport, formatOf, reportSchema } from './report.ts';

function draftAfter(prior: Report, agency = prior.agency ?? '云溪县农业农村局'): Report {
  const format = formatOf(prior);
  if (format === null) throw new Error('a report with tables');
  return emptyReport(agency, (prior.year ?? 0) + 1, format);
}

const opened = (prior: Report, agency?: string) => {
  const draft = draftAfter(prior, agency);
  return applyChanges(draft, carriedOver(prior, draft));
};

const lastYear: Report = {
  ...exampleReport({
    year: 2024,
    otherCells: null,
    facts: { 't3.carriedOut.total': 5, 't3.carriedOut.naturalPerson': 5, 't2.normativeDocuments.inForce': 7 },
  }),
  contact: { name: '云溪县林业局', address: '青山路6号', postcode: null, phones: ['0990-5550145'], emails: [] },
  preface: [
    { kind: 'paragraph', text: '云溪县林业局2024年度报告，依据国办公开办函〔2021〕30号编制，2025年1月10日完成。' },
    { kind: 'paragraph', text: '统计期限自2024 年1月1日起至12024年止。' },
  ],
  sections: [
    {
      id: 'overview',
      title: '一、总体情况',
      blocks: [
        { kind: 'heading', level: 3, text: '（一）2024年主动公开' },
        { kind: 'paragraph', text: '公开林长制责任区划。' },
        { kind: 'heading', level: 3, text: '（二）依申请公开' },
      ],
    },
    { id: null, title: '附：特色工作', blocks: [{ kind: 'paragraph', text: '护林。' }] },
    { id: 'problems', title: '五、存在的主要问题及改进情况', blocks: [{ kind: 'paragraph', text: '人手少。' }] },
  ],
};

describe('a new year', () => {
  test('begins with what last year carried out, what is in force, and the frame of the text', () => {
    const report = opened(lastYear);
    expect(report.facts).toEqual({
      't3.carriedIn.naturalPerson': 5,
      't3.carriedIn.total': 5,
      't2.normativeDocuments.inForce': 7,
    });
    expect(report.contact).toEqual(lastYear.contact);
    expect(report.sections.map(({ blocks }) => blocks)).toEqual([
      [
        { kind: 'heading', level: 3, text: '（一）2025年主动公开' },
        { kind: 'heading', level: 3, text: '（二）依申请公开' },
        { kind: 'heading', level: 2, text: '附：特色工作' },
      ],
      ...[[], [], [], [], []],
    ]);
    expect(report.sections.map(({ title }) => title)).toEqual(draftAfter(lastYear).sections.map(({ title }) => title));
  });

  test('says last year’s preface of itself: its own year and name, and no other number', () => {
    expect(opened(lastYear, '云溪县林业和草原局').preface).toEqual([
      {
        kind: 'paragraph',
        text: '云溪县林业和草原局2025年度报告，依据国办公开办函〔2021〕30号编制，2025年1月10日完成。',
      },
      { kind: 'paragraph', text: '统计期限自2025 年1月1日起至12024年止。' },
    ]);
  });

  test('takes no words from the reports of merged bodies', () => {
    const report = opened({ ...lastYear, agency: null });
    expect(report.facts['t3.carriedIn.total']).toBe(5);
    expect([report.contact, report.preface]).toEqual([null, []]);
    expect(report.sections.every(({ blocks }) => blocks.length === 0)).toBe(true);
  });

  test('takes nothing from a report that is not of the year before', () => {
    expect(carriedOver(lastYear, { ...draftAfter(lastYear), year: 2026 })).toEqual([]);
    expect(carriedOver(lastYear, { ...draftAfter(lastYear), format: null })).toEqual([]);
  });

  test('brings the items of the first format forward', () => {
    const first = exampleReport({
      ...{ year: 2019, otherCells: null },
      facts: { 't2.licences.priorYearItems': 40, 't2.licences.change': -3, 't2.fees.priorYearItems': 2 },
    });
    expect(opened(first).facts).toEqual({ 't2.licences.priorYearItems': 37 });
  });
});

test('whatever last year published, the new draft is valid and its carry-over is no finding', () => {
  const priors = fc.constantFrom(...formats).chain((format) =>
    fc.tuple(...format.cells.map((cell) => cellValues(cell))).map((values) => ({
      ...emptyReport('云溪县林业局', format.reportYears.from, format),
      facts: Object.fromEntries(format.cells.map(({ key }, at) => [key, values[at] ?? null])),
    })),
  );
  fc.assert(
    fc.property(priors, (prior) => {
      const report = opened(prior);
      expect(reportSchema.safeParse(report).error).toBeUndefined();
      for (const rule of ['YEAR-CARRY-OVER', 'YEAR-CARRY-OVER-COLUMN', 'YEAR-ITEMS', 'YEAR-IN-FORCE']) {
        expect(findingsOf(rule, report, { prior })).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

describe('after last year’s report was corrected', () => {
  const corrected: Report = {
    ...lastYear,
    facts: { ...lastYear.facts, 't3.carriedOut.total': 6, 't2.normativeDocuments.inForce': 9 },
    contact: { name: '云溪县林业局', address: '学府路1号', postcode: null, phones: [], emails: [] },
  };
  const outdated = (draft: Report) =>
    outdatedCarryOver(draft, {
      carried: carriedOver(lastYear, draftAfter(lastYear)),
      published: carriedOver(corrected, draftAfter(lastYear)),
    });
  const fields = (draft: Report) => outdated(draft).map(({ field, taken }) => [field, taken]);

  test('what changed is told, and untouched parts would be taken', () => {
    expect(fields(opened(lastYear))).toEqual([
      ['fact:t2.normativeDocuments.inForce', true],
      ['fact:t3.carriedIn.total', true],
      ['head:contact', true],
    ]);
  });

  test('what somebody worked on stays, but for the figures that are bound to last year’s', () => {
    const worked = { ...opened(lastYear), contact: null };
    const facts = { ...worked.facts, 't2.normativeDocuments.inForce': 8, 't3.carriedIn.total': 4 };
    expect(fields({ ...worked, facts })).toEqual([
      ['fact:t2.normativeDocuments.inForce', false],
      ['fact:t3.carriedIn.total', true],
      ['head:contact', false],
    ]);
  });

  test('a draft that has the new values already is up to date', () => {
    expect(fields(opened(corrected))).toEqual([]);
  });

  test('a draft that was opened before last year’s was public is offered everything', () => {
    const draft = draftAfter(lastYear);
    const published = carriedOver(lastYear, draft);
    const offered = outdatedCarryOver(draft, { carried: [], published });
    expect(offered.map((part) => part.published)).toEqual(published);
    expect(offered.every(({ taken }) => taken)).toBe(true);
  });
});
