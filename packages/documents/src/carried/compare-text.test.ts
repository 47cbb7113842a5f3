import type { Block, Report } from '@nianbao/core';
import { formatById } from '@nianbao/core';
import { exampleReport, writtenReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAlterations } from './compare-text.ts';

const written = writtenReports(formatById['2021']);

function withBlocks(blocks: readonly Block[]): Report {
  const report = exampleReport();
  return {
    ...report,
    sections: report.sections.map((section, at) => (at === 0 ? { ...section, blocks: [...blocks] } : section)),
  };
}

/** The same report as a file shows it that has no lists: each item a paragraph with its mark. */
function withoutLists(report: Report): Report {
  const flat = (block: Block): Block[] =>
    block.kind === 'list'
      ? block.items.map((item, at) => ({ kind: 'paragraph', text: `${block.ordered ? `${at + 1}.` : '•'} ${item}` }))
      : [block];
  return {
    ...report,
    sections: report.sections.map((section) => ({ ...section, blocks: section.blocks.flatMap(flat) })),
  };
}

describe('textAlterations', () => {
  it('finds none in the same report, with the marks of list items as text or without', () => {
    fc.assert(
      fc.property(written, (report) => {
        expect(textAlterations(report, report)).toEqual([]);
        expect(textAlterations(report, withoutLists(report))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('finds none where only white space, line breaks and widths of characters differ', () => {
    const before = withBlocks([{ kind: 'paragraph', text: '公开信息152条，GB/T 9704。' }]);
    const after = withBlocks([
      { kind: 'paragraph', text: '　　公开信息１５２条，' },
      { kind: 'paragraph', text: 'GB/T9704。' },
    ]);
    expect(textAlterations(before, after)).toEqual([]);
  });

  it('finds any digit that was changed, with its section', () => {
    fc.assert(
      fc.property(written, fc.nat(), (report, seed) => {
        const places = report.sections.flatMap((section, at) =>
          section.blocks.flatMap((block, index) =>
            block.kind === 'paragraph' && /\d/.test(block.text) ? [{ at, index }] : [],
          ),
        );
        const place = places[seed % places.length];
        fc.pre(place !== undefined);
        const sections = report.sections.map((section, at) => ({
          ...section,
          blocks: section.blocks.map((block, index) =>
            block.kind === 'paragraph' && at === place?.at && index === place.index
              ? { ...block, text: block.text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)) }
              : block,
          ),
        }));
        expect(textAlterations(report, { ...report, sections }).map(({ section }) => section)).toEqual([place?.at]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a number', '公开信息152条。', '公开信息153条。', { carried: '152', shown: '153', after: '公开信息' }],
    ['a word taken out', '未收到复议申请。', '收到复议申请。', { carried: '未', shown: '' }],
    ['a word put in', '公开及时。', '公开不够及时。', { carried: '', shown: '不够', after: '公开' }],
    ['a decimal point', '占12.5%。', '占125%。', { carried: '12.5%', shown: '125%' }],
  ])('names %s', (_, before, after, expected) => {
    const alterations = textAlterations(
      withBlocks([{ kind: 'paragraph', text: before }]),
      withBlocks([{ kind: 'paragraph', text: after }]),
    );
    expect(alterations).toEqual([expect.objectContaining({ section: 0 })]);
    const { after: context, ...words } = expected as { after?: string; carried: string; shown: string };
    expect(alterations).toEqual([expect.objectContaining(words)]);
    if (context !== undefined) expect(alterations[0]?.after.endsWith(context)).toBe(true);
  });

  it('does not take an item number for a mark that was typed into the text', () => {
    const list = (...items: string[]): Block => ({ kind: 'list', ordered: true, items });
    const before = withBlocks([list('公开5件', '答复1.5件')]);
    expect(textAlterations(before, withBlocks([list('公开5件', '答复2.5件')]))).toHaveLength(1);
  });

  it('finds a text put in that is longer than what is compared character by character', () => {
    const before = withBlocks([{ kind: 'paragraph', text: '公开信息152条。' }]);
    const added = '另加的一段话，'.repeat(400);
    const after = withBlocks([{ kind: 'paragraph', text: `公开信息152条。${added}` }]);
    expect(textAlterations(before, after)).toEqual([expect.objectContaining({ carried: '' })]);
  });

  it.each([
    ['1.', '答复5件。', '答复1.5件。'],
    ['a bullet', '答复及时。', '答复•及时。'],
    ['the stand-in of an image', '答复及时。', '答复〔图：流程〕及时。'],
  ])('finds %s put in where nothing of the kind belongs', (_, text, altered) => {
    const blocks = (paragraph: string): Block[] => [
      { kind: 'list', ordered: true, items: ['公开方面。'] },
      { kind: 'list', ordered: false, items: ['答复方面。'] },
      { kind: 'image', source: '', alt: '流程' },
      { kind: 'paragraph', text: paragraph },
    ];
    expect(textAlterations(withBlocks(blocks(text)), withBlocks(blocks(altered)))).toHaveLength(1);
  });

  it('names lost passages of a text that has little in common', () => {
    const before = withBlocks([{ kind: 'paragraph', text: '全年公开信息。'.repeat(600) }]);
    const after = withBlocks([{ kind: 'paragraph', text: '另一份报告的话，'.repeat(600) }]);
    expect(textAlterations(before, after)).toEqual([expect.objectContaining({ section: 0, shown: '' })]);
  });
});
