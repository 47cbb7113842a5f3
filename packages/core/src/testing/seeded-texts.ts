import { formatById } from '../formats/formats.ts';
import type { Report } from '../report/report.ts';
import { emptyReport } from '../report/report.ts';

/** Invented sentences that are the same in every run. */
export interface SeededTexts {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** So many sentences of Chinese letters without a meaning; hardly any two ever agree in seven letters. */
  paragraph(sentences: number): string;
}

/** Texts in which nothing repeats by chance, to measure how repeated text is found. */
export function seededTexts(seed: number): SeededTexts {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const clause = () => Array.from({ length: 6 + below(7) }, () => String.fromCharCode(0x4e00 + below(3000))).join('');
  const sentence = () => `${Array.from({ length: 2 + below(2) }, clause).join('，')}。`;
  return { below, paragraph: (sentences) => Array.from({ length: sentences }, sentence).join('') };
}

/** A report of 2025 whose own text is the given: in section 一, and in section 五 where there are two. */
export function reportOfText(overview: string, problems = ''): Report {
  const empty = emptyReport('云溪县林业局', 2025, formatById['2021']);
  const textOf = { overview, problems } as const;
  return {
    ...empty,
    sections: empty.sections.map((section) => {
      const text = section.id === 'overview' || section.id === 'problems' ? textOf[section.id] : '';
      return text === '' ? section : { ...section, blocks: [{ kind: 'paragraph', text }] };
    }),
  };
}
