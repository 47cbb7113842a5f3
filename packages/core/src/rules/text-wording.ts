import { foldText } from '../text/folded-text.ts';
import { narrativeOf, passagesOf, placeOf } from '../text/passages.ts';
import type { WrongWord } from '../text/wrong-words.ts';
import { wrongWords } from '../text/wrong-words.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

/** Words of a region as the text is folded: “A 级” matches “Ａ级”. */
const folded = ({ wrong, right }: WrongWord): WrongWord => ({
  wrong: foldText(wrong).text,
  right: foldText(right).text,
});

function* wrong({ report, settings }: CheckInput): Iterable<Failure> {
  const words = [...wrongWords, ...settings.wrongWords.map(folded)];
  for (const passage of passagesOf(report)) {
    if (passage.kind === 'table' || passage.kind === 'localRow' || passage.kind === 'image') continue;
    for (const { wrong, right } of words) {
      for (let at = passage.text.indexOf(wrong); at >= 0; at = passage.text.indexOf(wrong, at + wrong.length)) {
        if (right.includes(wrong) && passage.text.startsWith(right, at - right.indexOf(wrong))) continue;
        yield { expected: right, actual: wrong, place: placeOf(passage, at, at + wrong.length) };
      }
    }
  }
}

function* sensitive({ report, settings }: CheckInput): Iterable<Failure> {
  if (settings.sensitiveWords.length === 0) return;
  for (const passage of narrativeOf(report)) {
    for (const word of settings.sensitiveWords) {
      const at = passage.text.indexOf(foldText(word).text);
      if (at >= 0) yield { actual: word, place: placeOf(passage, at, at + word.length) };
    }
  }
}

export const textWordingRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'WRONG-WORDS',
    number: 47,
    severity: 'warning',
    regradable: true,
    basis: '审核实践：错别字（内置词表，可由地区补充）',
    title: { zh: '错别字', en: 'A wrong word' },
    message: { zh: '“{actual}”应为“{expected}”。', en: '“{actual}” should be “{expected}”.' },
    instruction: { zh: '改正错别字。', en: 'Correct the word.' },
    needs: [],
    readsText: true,
    cells: () => [],
    check: wrong,
  },
  {
    kind: 'predicate',
    id: 'SENSITIVE-WORDS',
    number: 47,
    severity: 'warning',
    regradable: true,
    basis: '地区设置的敏感词表',
    title: { zh: '需要复核的表述', en: 'Wording that needs a second look' },
    message: { zh: '文中出现“{actual}”。', en: 'The text contains “{actual}”.' },
    instruction: { zh: '复核该表述是否适合公开。', en: 'Check whether this wording may be published.' },
    needs: [],
    readsText: true,
    cells: () => [],
    check: sensitive,
  },
];
