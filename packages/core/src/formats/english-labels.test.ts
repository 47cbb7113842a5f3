import { describe, expect, it } from 'vitest';
import { labelIn } from './english-labels.ts';
import { formats } from './formats.ts';
import { tableGrid } from './geometry.ts';

describe.each(formats)('format $id', (format) => {
  const drawn = format.tables.flatMap((table) => [
    table.title,
    ...tableGrid(format, table).rows.flatMap((row) =>
      row.cells.flatMap((cell) => (cell.kind === 'figure' ? [] : [cell.text])),
    ),
  ]);
  const labels = new Set([...drawn, ...format.sections.map(({ title }) => title)]);

  it.each([...labels])('has English for “%s”', (label) => {
    expect(labelIn(label, 'en')).toMatch(/^[\x20-\x7e]+( \(规章\))?$/);
  });

  it('leaves the official wording alone in Chinese', () => {
    for (const label of labels) expect(labelIn(label, 'zh')).toBe(label);
  });
});
