import type { Report } from '@nianbao/core';
import { emptyReport, formatById, sectionHeading } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import {
  choose,
  isEmpty,
  offersOf,
  openingChoice,
  setKeys,
  standingChoice,
  toggleHead,
  toggleKey,
  toggleText,
  withoutFields,
} from './import-choice.ts';
import type { CellState, ReadCell } from './read-cells.ts';

const draft: Report = emptyReport('云溪县林业局', 2025, formatById['2021']);
const withSection = (position: number, text: string): Report => ({
  ...draft,
  sections: draft.sections.map((section, at) =>
    at === position ? { ...section, blocks: [{ kind: 'paragraph', text }] } : section,
  ),
});
const cell = (key: string, state: CellState): ReadCell => ({
  ...{ key, state, table: 't2', read: 1, draft: null, figure: null },
  takeable: state !== 'same' && state !== 'missing',
});

describe('what of the text and the head an import would change', () => {
  test('is named by the field of the draft, in both words', () => {
    expect(offersOf(draft, withSection(4, '解读形式单一。'))).toEqual({
      text: [{ field: 4, draft: '', read: '解读形式单一。' }],
      head: [],
    });
    expect(offersOf(withSection(4, '甲'), withSection(4, '甲')).text).toEqual([]);
    expect(offersOf(draft, { ...draft, indexNumber: '003/2026-1' }).head).toEqual([
      { field: 'indexNumber', draft: '', read: '003/2026-1' },
    ]);
  });

  test('never empties a part that the file does not have', () => {
    expect(offersOf(withSection(0, '写好的总体情况'), draft).text).toEqual([]);
  });

  test('is not a heading that only has its number besides', () => {
    const written = withSection(0, '甲');
    const numbered = { ...written, sections: written.sections.map((one) => ({ ...one, title: sectionHeading(one) })) };
    expect(offersOf(written, numbered).text).toEqual([]);
  });
});

const cells = [
  cell('a', 'new'),
  cell('b', 'uncertain'),
  cell('c', 'unreadable'),
  cell('d', 'same'),
  cell('e', 'missing'),
];
const offers = offersOf(draft, { ...withSection(0, '甲'), indexNumber: '1' });
const offered = { cells, offers };

describe('the choice', () => {
  test('begins with all that is certain', () => {
    const choice = openingChoice(offered, false);
    expect([[...choice.keys], [...choice.text], [...choice.head]]).toEqual([['a'], [0], ['indexNumber']]);
  });

  test('begins with nothing where the file may be the wrong one', () => {
    expect(isEmpty(openingChoice(offered, true))).toBe(true);
  });

  test('of all has the doubtful figures as well, but nothing that the draft has already', () => {
    expect([...choose('all', offered).keys]).toEqual(['a', 'b', 'c']);
  });

  test('is made part by part', () => {
    const none = choose('none', offered);
    const one = toggleHead(toggleText(toggleKey(none, 'b'), 0), 'indexNumber');
    expect([[...one.keys], [...one.text], [...one.head]]).toEqual([['b'], [0], ['indexNumber']]);
    expect(isEmpty(toggleHead(toggleText(toggleKey(one, 'b'), 0), 'indexNumber'))).toBe(true);
  });

  test('of a table takes what changes the draft, and leaves all of it', () => {
    const taken = setKeys(choose('none', offered), cells, true);
    expect([...taken.keys]).toEqual(['a', 'b', 'c']);
    expect([...setKeys(taken, cells.slice(0, 2), false).keys]).toEqual(['c']);
  });

  test('loses what the draft has got meanwhile, and what somebody else has just saved', () => {
    const all = choose('all', offered);
    const now = { cells: [cell('a', 'same'), ...cells.slice(1)], offers: { ...offers, text: [] } };
    const standing = standingChoice(all, now);
    expect([[...standing.keys], [...standing.text]]).toEqual([['b', 'c'], []]);
    const left = withoutFields(all, new Set(['fact:b', 'section:0', 'head:indexNumber']));
    expect([[...left.keys], [...left.text], [...left.head]]).toEqual([['a', 'c'], [], []]);
  });
});
