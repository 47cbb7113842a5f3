import { formatById, describe as sentencesOf } from '@nianbao/core';
import { exampleReport } from '@nianbao/core/testing';
import { describe, expect, it } from 'vitest';
import { readingKindById } from '../findings/reading-kinds.ts';
import type { ReadFigure } from '../read-result.ts';
import { carriedText, carry } from './carried-report.ts';
import { copyFindings, copyStateOf } from './copy-state.ts';

const report = exampleReport({
  facts: { 't2.regulations.issued': 3, 't3.received.total': 12 },
  writtenOn: '2025-01-12',
});
const text = carriedText(carry(report, null));
const figures: ReadonlyMap<string, ReadFigure> = new Map();

const messageOf = async (carried: string, shown: typeof report): Promise<string[]> =>
  copyFindings(await copyStateOf(carried, { report: shown, figures })).map((finding) => {
    const kind = readingKindById.get(finding.rule);
    return kind === undefined ? '' : sentencesOf(kind, finding, 'zh').message;
  });

describe('copyStateOf', () => {
  it('knows a file that carries nothing', async () => {
    expect(await copyStateOf(null, { report, figures })).toEqual({ kind: 'none' });
  });

  it('knows a document that shows the report that it carries', async () => {
    const state = await copyStateOf(text, { report: structuredClone(report), figures });
    expect(state).toEqual({ kind: 'unaltered', carried: carry(report, null) });
  });

  it.each(['', '{', '[]', '{"nianbao":2}', 'null', text.replace('"nianbao":1', '"nianbao":1,"more":1')])(
    'calls %s broken',
    async (broken) => {
      expect(await copyStateOf(broken, { report, figures })).toEqual({ kind: 'broken', reason: 'malformed' });
    },
  );

  it('calls a report broken whose digest is not its own', async () => {
    const forged = text.replace('"t3.received.total":12', '"t3.received.total":13');
    expect(forged).not.toBe(text);
    expect(await copyStateOf(forged, { report, figures })).toEqual({ kind: 'broken', reason: 'digestDiffers' });
  });

  it('names every cell that is shown otherwise, with both figures', async () => {
    for (const { key } of formatById['2021'].cells) {
      const shown = { ...report, facts: { ...report.facts, [key]: 77 } };
      expect(await copyStateOf(text, { report: shown, figures })).toMatchObject({
        kind: 'altered',
        alterations: [{ kind: 'cell', cell: key, carried: report.facts[key], shown: 77 }],
      });
    }
  });

  it('takes an unreadable cell for the same where the same words are shown', async () => {
    const key = 't3.received.total';
    const odd = { ...report, facts: { ...report.facts, [key]: { unreadable: '约 12件' } } };
    const shownFigure = {
      cell: key,
      value: 12,
      text: '约12件',
      part: null,
      line: 3,
      column: 1,
      confidence: 1,
      doubts: [],
    };
    const carried = carriedText(carry(odd, null));
    const cell = formatById['2021'].cells.find((item) => item.key === key);
    if (cell === undefined) throw new Error(key);
    const state = await copyStateOf(carried, { report, figures: new Map([[key, { ...shownFigure, cell: cell.key }]]) });
    expect(state.kind).toBe('unaltered');
  });

  it('names a date that is shown otherwise and passes over one that is not shown', async () => {
    expect((await copyStateOf(text, { report: { ...report, writtenOn: null }, figures })).kind).toBe('unaltered');
    expect(await copyStateOf(text, { report: { ...report, writtenOn: '2025-01-13' }, figures })).toMatchObject({
      alterations: [{ kind: 'head', field: 'writtenOn', carried: '2025-01-12', shown: '2025-01-13' }],
    });
  });
});

describe('copyFindings', () => {
  it('say where a document was changed', async () => {
    const shown = {
      ...report,
      facts: { ...report.facts, 't2.regulations.issued': 4 },
      title: `${report.title}（修改）`,
    };
    expect(await messageOf(text, shown)).toEqual([expect.stringMatching(/有 2 处不同：.*规章.*；“” → “\(修改\)”。/)]);
  });

  it('say that what is inside is damaged, and nothing of a sound copy', async () => {
    expect(await messageOf('{', report)).toEqual([expect.stringContaining('已损坏')]);
    expect(await messageOf(text, report)).toEqual([]);
  });
});
