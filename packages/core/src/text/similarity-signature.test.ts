import { describe, expect, test } from 'vitest';
import { blockText } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import { reportOfText, seededTexts } from '../testing/seeded-texts.ts';
import { likeness } from './similarity.ts';
import { sharedPassages } from './similarity-passages.ts';
import { signatureBands, similaritySignature } from './similarity-signature.ts';

const texts = seededTexts(11);

const bandsInCommon = (one: Report, other: Report): number => {
  const [left, right] = [similaritySignature(one), similaritySignature(other)];
  return left?.bands.filter((hash, band) => right?.bands[band] === hash).length ?? 0;
};

const quoted = (report: Report, place: { section: unknown; block: number; start: number; end: number }) => {
  const block = typeof place.section === 'number' ? report.sections[place.section]?.blocks[place.block] : undefined;
  return block === undefined ? '' : blockText(block).slice(place.start, place.end);
};

const letters = (text: string) => text.replace(/[^\p{Script=Han}A-Za-z]/gu, '');

describe('signatures of texts', () => {
  test('the same text with other figures and spaces has the same signature', () => {
    const text = texts.paragraph(40);
    const changed = text.replaceAll('。', '12。\n');
    expect(bandsInCommon(reportOfText(text), reportOfText(changed))).toBe(signatureBands);
  });

  test('texts of strangers hardly meet', () => {
    const met = Array.from({ length: 40 }, () =>
      bandsInCommon(reportOfText(texts.paragraph(30)), reportOfText(texts.paragraph(30))),
    );
    expect(met.filter((bands) => bands > 1)).toEqual([]);
  });

  test('a text that repeats half of another is found by its bands', () => {
    for (let pair = 0; pair < 40; pair += 1) {
      const common = texts.paragraph(20);
      const [one, other] = [common + texts.paragraph(20), texts.paragraph(20) + common].map((text) =>
        reportOfText(text),
      );
      expect(one !== undefined && other !== undefined && bandsInCommon(one, other)).toBeGreaterThan(0);
    }
  });

  test('too little text has no signature', () => {
    expect(similaritySignature(reportOfText('本年度工作平稳。'))).toBeNull();
  });
});

describe('passages in common', () => {
  test('stand where they stand in both reports, letter for letter', () => {
    const common = texts.paragraph(12);
    const one = reportOfText(texts.paragraph(10) + common, texts.paragraph(5));
    const other = reportOfText(
      texts.paragraph(3),
      texts.paragraph(4) + common.replaceAll('，', '、') + texts.paragraph(3),
    );
    const shared = sharedPassages(one, other);
    const total = shared.reduce((sum, passage) => sum + passage.letters, 0);
    expect(total).toBeGreaterThanOrEqual(letters(common).length);
    for (const { own, other: theirs, letters: count } of shared) {
      expect(letters(quoted(one, own))).toBe(letters(quoted(other, theirs)));
      expect(letters(quoted(one, own))).toHaveLength(count);
    }
  });

  test('none between strangers, and the whole text with itself', () => {
    const [one, other] = [reportOfText(texts.paragraph(30)), reportOfText(texts.paragraph(30))];
    expect(sharedPassages(one, other)).toEqual([]);
    expect(likeness(one, one)?.share).toBe(1);
    expect(sharedPassages(one, one)).toHaveLength(1);
  });

  test('what one report says over and over is matched each time', () => {
    const sentence = texts.paragraph(1);
    const repeating = reportOfText(sentence.repeat(20));
    const once = reportOfText(sentence + texts.paragraph(25));
    expect(sharedPassages(repeating, once)).toHaveLength(20);
  });
});
