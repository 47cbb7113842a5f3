import { lostCharacters } from '../text/lost-characters.ts';
import { lostNumbers } from '../text/numbering.ts';
import { narrativeOf, placeOf } from '../text/passages.ts';
import { periodsOf } from '../text/periods.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

function* withoutNumber({ report }: CheckInput): Iterable<Failure> {
  const passages = narrativeOf(report);
  for (const section of new Set(passages.map((passage) => passage.section))) {
    const own = passages.filter((passage) => passage.section === section);
    for (const { passage, start, end, missing } of lostNumbers(own)) {
      yield { expected: missing, actual: passage.text.slice(start, end), place: placeOf(passage, start, end) };
    }
  }
}

function* withoutCharacters({ report }: CheckInput): Iterable<Failure> {
  const passages = narrativeOf(report);
  for (const [at, passage] of passages.entries()) {
    const periods = periodsOf(passage.text);
    const neighbours = { before: passages[at - 1]?.text ?? '', after: passages[at + 1]?.text ?? '' };
    for (const { start, end, likely } of lostCharacters(passage.text, neighbours)) {
      if (periods.some((period) => start >= period.start && end <= period.end)) continue;
      yield { expected: likely, actual: passage.text.slice(start, end), place: placeOf(passage, start, end) };
    }
  }
}

const basis = '审核实践：转换、粘贴时丢失的编号和文字';

export const textLostRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'NUMBERING-LOST',
    number: 47,
    severity: 'warning',
    regradable: true,
    basis,
    title: { zh: '编号丢失', en: 'A number is lost' },
    message: {
      zh: '“{quote}”前的编号不完整或前面缺少一项。',
      en: 'At “{quote}” the number is incomplete, or the one before is missing.',
    },
    instruction: { zh: '对照原稿补全编号。', en: 'Complete the numbering from the original.' },
    needs: [],
    readsText: true,
    cells: () => [],
    check: withoutNumber,
  },
  {
    kind: 'predicate',
    id: 'CHARACTERS-LOST',
    number: 47,
    severity: 'warning',
    regradable: true,
    basis,
    title: { zh: '文字丢失', en: 'Characters are lost' },
    message: {
      zh: '“{quote}”处有文字或符号丢失，可能应为“{expected}”。',
      en: 'At “{quote}” characters or signs are missing; probably “{expected}”.',
    },
    instruction: { zh: '对照原稿补全。', en: 'Complete it from the original.' },
    needs: [],
    readsText: true,
    cells: () => [],
    check: withoutCharacters,
  },
];
