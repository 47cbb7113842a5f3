import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatById } from '../formats/formats.ts';
import type { Report } from '../report/report.ts';
import { emptyReport } from '../report/report.ts';
import type { PassageAnchor } from './anchor.ts';
import { anchorAt, findPassage, sectionText } from './find-passage.ts';
import { nearestPassage } from './nearest-passage.ts';

const empty = emptyReport('云溪县林业局', 2025, formatById['2021']);

function withText(texts: Readonly<Record<number, string>>): Report {
  const sections = empty.sections.map((section, position) => {
    const lines = texts[position]?.split('\n') ?? [];
    return { ...section, blocks: lines.map((text) => ({ kind: 'paragraph' as const, text })) };
  });
  return { ...empty, sections };
}

const original = withText({
  0: '一年来，本局主动公开政府信息320条。\n全年收到申请21件，办结19件，结转2件。\n依托政务新媒体发布信息85条。',
  4: '存在的问题：公开内容不够及时。\n下一步将加强培训。',
});

function anchorOf(quote: string, section: number): PassageAnchor {
  const start = sectionText(original, section).indexOf(quote);
  return anchorAt(original, section, [start, start + quote.length]);
}

const anchor = anchorOf('全年收到申请21件，办结19件，结转2件。', 0);

describe('a passage is found again', () => {
  test('where text was put in before and after it', () => {
    const edited = withText({ 0: `新的一段。\n${sectionText(original, 0)}\n又一段。` });
    const found = findPassage(edited, anchor);
    expect(found).toMatchObject({ state: 'found', section: 0, text: anchor.quote });
    if (found.state === 'lost') throw new Error('lost');
    expect(sectionText(edited, 0).slice(found.start, found.end)).toBe(anchor.quote);
  });

  test('the one meant, among several alike', () => {
    const twice = withText({ 0: '甲项收到申请2件。\n乙项收到申请2件。\n丙项收到申请2件。' });
    const text = sectionText(twice, 0);
    const second = anchorAt(twice, 0, [text.indexOf('收到申请2件', 10), text.indexOf('收到申请2件', 10) + 6]);
    const edited = withText({ 0: `开头加一句。收到申请2件。\n${text}` });
    const found = findPassage(edited, second);
    expect(found).toMatchObject({ state: 'found' });
    if (found.state === 'lost') throw new Error('lost');
    expect(sectionText(edited, 0).slice(found.start - 2, found.start)).toBe('乙项');
  });

  test('moved to another section', () => {
    const edited = withText({ 0: '一年来，本局主动公开政府信息320条。', 4: `问题。\n${anchor.quote}` });
    expect(findPassage(edited, anchor)).toMatchObject({ state: 'moved', section: 4, text: anchor.quote });
  });

  test('with other figures or words in it', () => {
    const edited = withText({
      0: sectionText(original, 0).replace('收到申请21件，办结19件', '共收到申请23件，办结20件'),
    });
    expect(findPassage(edited, anchor)).toMatchObject({
      state: 'changed',
      section: 0,
      text: '全年共收到申请23件，办结20件，结转2件。',
    });
  });

  test('rewritten altogether, between the words that stayed', () => {
    const edited = withText({
      0: sectionText(original, 0).replace(anchor.quote, '依申请公开工作平稳有序，均按期答复。'),
    });
    expect(findPassage(edited, anchor)).toMatchObject({ state: 'changed', text: expect.stringContaining('平稳有序') });
  });

  test('or said to be lost', () => {
    expect(findPassage(withText({ 0: '本年度工作另行说明。' }), anchor)).toEqual({ state: 'lost' });
    expect(findPassage(withText({}), anchor)).toEqual({ state: 'lost' });
  });
});

const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '2', '，'), maxLength: 40 });

test('a passage that nobody touched is found, whatever is written around it', () => {
  fc.assert(
    fc.property(letters, letters, letters, letters, fc.string({ minLength: 1, maxLength: 30 }), (...parts) => {
      const [before, after, more, less, quote] = parts;
      const line = quote.replaceAll('\n', ' ');
      const report = withText({ 1: `${before}${line}${after}` });
      const made = anchorAt(report, 1, [before.length, before.length + line.length]);
      const found = findPassage(withText({ 1: `${more}${before}${line}${after}${less}` }), made);
      expect(found).toMatchObject({ state: 'found', text: line });
    }),
  );
});

test('the nearest passage is as near as any', () => {
  const distance = (a: string, b: string): number => {
    const rows = Array.from({ length: a.length + 1 }, (_, i) => [i]);
    const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
    for (let j = 1; j <= b.length; j += 1) rows[0]?.push(j);
    for (let i = 1; i <= a.length; i += 1) {
      for (let j = 1; j <= b.length; j += 1) {
        rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)));
      }
    }
    return at(a.length, b.length);
  };
  const short = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(short, short, (text, quote) => {
      const near = nearestPassage(text, quote);
      if (near === null) throw new Error('nothing near');
      expect(distance(text.slice(near.start, near.end), quote)).toBe(near.distance);
      for (let start = 0; start <= text.length; start += 1) {
        for (let end = start; end <= text.length; end += 1) {
          expect(distance(text.slice(start, end), quote)).toBeGreaterThanOrEqual(near.distance);
        }
      }
    }),
  );
});
