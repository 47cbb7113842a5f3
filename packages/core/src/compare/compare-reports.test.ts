import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatById } from '../formats/formats.ts';
import type { Block } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import { emptyReport } from '../report/report.ts';
import { align } from './aligned.ts';
import { compareReports } from './compare-reports.ts';

const empty = emptyReport('云溪县林业局', 2025, formatById['2021']);
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function withBlocks(report: Report, position: number, texts: readonly string[]): Report {
  const sections = report.sections.map((section, at) =>
    at === position ? { ...section, blocks: texts.map(paragraph) } : section,
  );
  return { ...report, sections };
}

const first = { ...withBlocks(empty, 0, ['一年来，主动公开信息320条。', '收到申请21件。', '加强监督保障。']) };

describe('two versions', () => {
  test('cells in the order of the tables, a blank and a zero apart', () => {
    const before = { ...first, facts: { 't3.received.total': 21, 't2.licences.decisions': 0 } };
    const after = { ...first, facts: { 't3.received.total': 23, 't3.carriedIn.total': 2 } };
    expect(compareReports(before, after).cells).toEqual([
      { key: 't2.licences.decisions', before: 0, after: null },
      { key: 't3.received.total', before: 21, after: 23 },
      { key: 't3.carriedIn.total', before: null, after: 2 },
    ]);
  });

  test('the head', () => {
    const { head } = compareReports(first, { ...first, title: '新标题', publishedOn: '2026-01-20' });
    expect(head.map(({ field }) => field)).toEqual(['title', 'publishedOn']);
  });

  test('a paragraph put in, one changed and one taken out', () => {
    const after = withBlocks(first, 0, ['新增一段话。', '一年来，主动公开政府信息318条。', '加强监督保障。']);
    const [, overview] = compareReports(first, after).sections;
    expect(overview?.change).toBe('changed');
    expect(overview?.blocks.map(({ change }) => change)).toEqual(['added', 'changed', 'removed', 'none']);
    expect(overview?.blocks[1]).toMatchObject({ before: { text: '一年来，主动公开信息320条。' } });
  });

  test('a section that came, one that went, and one under another heading', () => {
    const [overview, ...rest] = first.sections;
    if (overview === undefined) throw new Error('no overview');
    const more = { id: null, title: '附件', blocks: [] };
    const after = { ...first, sections: [{ ...overview, title: '总体情况概述' }, ...rest.slice(0, -1), more] };
    const changes = compareReports(first, after).sections.map(({ change }) => change);
    expect(changes).toEqual(['none', 'changed', 'none', 'none', 'none', 'none', 'removed', 'added']);
  });
});

const texts = fc.array(fc.constantFrom('甲事项已经办结。', '乙事项已经办结。', '丙另有说明。', '丁'), { maxLength: 8 });

test('either version can be read off the comparison, and nothing differs from itself', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const [before, after] = [withBlocks(empty, 4, one), withBlocks(empty, 4, other)];
      const { sections } = compareReports(before, after);
      const side = (which: 'before' | 'after') =>
        sections.slice(1).map(({ blocks }) => blocks.flatMap((block) => block[which] ?? []));
      expect(side('before')).toEqual(before.sections.map(({ blocks }) => blocks));
      expect(side('after')).toEqual(after.sections.map(({ blocks }) => blocks));
      const itself = compareReports(before, before);
      expect(itself.sections.every(({ change }) => change === 'none')).toBe(true);
      expect([...itself.cells, ...itself.head]).toEqual([]);
    }),
  );
});

test('an alignment keeps both orders and pairs only what is the same', () => {
  const items = fc.array(fc.record({ value: fc.nat({ max: 3 }) }), { maxLength: 12 });
  fc.assert(
    fc.property(items, items, (before, after) => {
      const aligned = align(before, after, (a, b) => a.value === b.value);
      expect(aligned.flatMap((pair) => pair.before ?? [])).toEqual(before);
      expect(aligned.flatMap((pair) => pair.after ?? [])).toEqual(after);
      for (const pair of aligned) {
        if (pair.before !== null && pair.after !== null) expect(pair.before).toEqual(pair.after);
      }
    }),
  );
});
