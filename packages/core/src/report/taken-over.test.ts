import { describe, expect, test } from 'vitest';
import { formatById } from '../formats/formats.ts';
import { applyChanges } from './change.ts';
import type { Report } from './report.ts';
import { emptyReport } from './report.ts';
import { sectionHeading } from './section-heading.ts';
import { takenOver } from './taken-over.ts';

const draft = emptyReport('云溪县林业局', 2025, formatById['2021']);
const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
const written: Report = {
  ...draft,
  facts: { 't2.licences.decisions': 12 },
  preface: [paragraph('依据条例编制。')],
  sections: draft.sections.map((section) => ({ ...section, blocks: [paragraph('写好的文字。')] })),
};

const taken = (read: Report) => applyChanges(written, takenOver(written, read));

describe('what another version of a report gives to a draft', () => {
  test('a blank version changes nothing but the title', () => {
    expect(taken({ ...draft, title: '' })).toEqual(written);
    expect(takenOver(written, draft)).toEqual([{ kind: 'head', field: 'title', value: draft.title }]);
  });

  test('figures only in the same format, and never a blank over a figure', () => {
    const read = { ...draft, facts: { 't2.licences.decisions': null, 't2.penalties.decisions': 3 } };
    expect(taken(read).facts).toEqual({ 't2.licences.decisions': 12, 't2.penalties.decisions': 3 });
    expect(taken({ ...read, format: '2019' }).facts).toEqual(written.facts);
  });

  test('text goes to the official section that it belongs to, wherever it stands in the other version', () => {
    const [first, ...rest] = draft.sections;
    if (first === undefined) throw new Error('no section');
    const read = { ...draft, sections: [...rest, { ...first, title: '概述', blocks: [paragraph('新写的概述。')] }] };
    expect(taken(read).sections[0]).toEqual({ id: 'overview', title: '概述', blocks: [paragraph('新写的概述。')] });
    expect(taken(read).sections.slice(1)).toEqual(written.sections.slice(1));
  });

  test('a heading that only has its number besides stays as the draft has it', () => {
    const sections = draft.sections.map((section) => ({
      ...section,
      title: sectionHeading(section),
      blocks: [paragraph('新')],
    }));
    expect(taken({ ...draft, sections }).sections.map(({ title }) => title)).toEqual(
      draft.sections.map(({ title }) => title),
    );
  });

  test('text under a heading of its own stays with the section before it', () => {
    const [first] = draft.sections;
    if (first === undefined) throw new Error('no section');
    const read = {
      ...draft,
      sections: [
        { ...first, blocks: [paragraph('甲')] },
        { id: null, title: '附：名词解释', blocks: [paragraph('乙')] },
      ],
    };
    expect(taken(read).sections[0]?.blocks).toEqual([
      paragraph('甲'),
      { kind: 'heading', level: 2, text: '附：名词解释' },
      paragraph('乙'),
    ]);
  });
});
