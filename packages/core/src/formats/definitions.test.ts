import { describe, expect, it } from 'vitest';
import { definitionOf } from './definitions.ts';
import { formats } from './formats.ts';

describe.each(formats)('format $id', (format) => {
  it('defines the row of every cell in both languages', () => {
    for (const cell of format.cells) {
      const { row } = definitionOf(cell);
      expect(row?.text.zh, cell.key).toMatch(/[。）]$/);
      expect(row?.text.en, cell.key).toMatch(/\.$/);
    }
  });

  it('defines every column of 表三 and 表四', () => {
    for (const cell of format.cells.filter(({ table }) => table !== 't2')) {
      expect(definitionOf(cell).column, cell.key).not.toBeNull();
    }
  });
});

it.each([
  ['refused.stateSecret', ['第十四条']],
  ['refused.thirdParty', ['第十五条', '第三十二条']],
  ['refused.administrativeQuery', ['第三十六条第（七）项']],
  ['unavailable.needsCreation', ['第三十八条']],
  ['notProcessed.excessive', ['第三十五条']],
])('names the articles behind %s', (row, articles) => {
  expect(definitionOf({ table: 't3', row, column: 'total' }).row).toMatchObject({ articles, official: true });
});

it('says that the outcomes of disputes have no official definition', () => {
  for (const column of ['upheld', 'corrected', 'otherOutcome', 'pending']) {
    expect(definitionOf({ table: 't4', row: 'review', column }).column?.official).toBe(false);
  }
});
