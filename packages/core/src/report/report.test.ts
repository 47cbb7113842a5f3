import { describe, expect, it } from 'vitest';
import { formatById } from '../formats/formats.ts';
import { blockSchema, blockText } from './blocks.ts';
import { emptyReport, formatOf, reportSchema } from './report.ts';

const report = emptyReport('青岚镇人民政府', 2024, formatById['2021']);

describe('a report', () => {
  it('begins with the six official headings and no figure', () => {
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.sections.map(({ title }) => title)).toEqual([
      '总体情况',
      '主动公开政府信息情况',
      '收到和处理政府信息公开申请情况',
      '政府信息公开行政复议、行政诉讼情况',
      '存在的主要问题及改进情况',
      '其他需要报告的事项',
    ]);
    expect(formatOf(report)).toBe(formatById['2021']);
  });

  it.each([
    ['a figure that its format does not have', { facts: { 't3.other.total': 1 } }],
    ['a figure that a cell cannot hold', { facts: { 't3.received.total': -1 } }],
    ['figures without a format', { format: null, facts: { 't3.received.total': 1 } }],
    ['a date that is none', { publishedOn: '2025-02-30' }],
    ['a year before the Regulation', { year: 2007 }],
    ['a field of its own', { score: 100 }],
  ])('is refused with %s', (_what, change) => {
    expect(reportSchema.safeParse({ ...report, ...change }).success).toBe(false);
  });

  it('names the cell that is wrong', () => {
    const outcome = reportSchema.safeParse({ ...report, facts: { 't3.received.total': 1.5 } });
    expect(outcome.error?.issues[0]?.path).toEqual(['facts', 't3.received.total']);
  });

  it('from before the official tables has text alone', () => {
    const early = { ...report, year: 2015, format: null, facts: {} };
    expect(formatOf(reportSchema.parse(early))).toBeNull();
  });
});

describe('the text of a block', () => {
  it.each([
    [{ kind: 'paragraph', text: '一段。' }, '一段。'],
    [{ kind: 'heading', level: 3, text: '（一）主动公开' }, '（一）主动公开'],
    [{ kind: 'list', ordered: true, items: ['甲', '乙'] }, '甲\n乙'],
    [
      {
        kind: 'table',
        caption: null,
        headRows: 1,
        rows: [
          ['项', '数'],
          ['甲', '2'],
        ],
      },
      '项\t数\n甲\t2',
    ],
    [{ kind: 'image', source: 'tu.png', alt: '柱状图' }, '柱状图'],
    [{ kind: 'localRow', label: '发布总数', values: ['49'] }, '发布总数\t49'],
  ])('%j', (block, text) => {
    expect(blockText(blockSchema.parse(block))).toBe(text);
  });

  it('holds nothing that could run', () => {
    expect(blockSchema.safeParse({ kind: 'html', text: '<b>' }).success).toBe(false);
    expect(blockSchema.safeParse({ kind: 'paragraph', text: '', style: 'x' }).success).toBe(false);
  });
});
