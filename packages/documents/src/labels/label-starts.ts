import { formats, tableGrid } from '@nianbao/core';
import { labelBook } from './label-book.ts';
import { bareText, normaliseLabel } from './normalise.ts';

/** All beginnings of all known wordings, with their numbering and without it. */
function makeStarts(): ReadonlySet<string> {
  const official = formats.flatMap((format) =>
    format.tables.flatMap((table) =>
      tableGrid(format, table).rows.flatMap(({ cells }) =>
        cells.map((cell) => (cell.kind === 'figure' ? '' : bareText(cell.text))),
      ),
    ),
  );
  const starts = new Set<string>();
  for (const wording of [...labelBook.keys(), ...official]) {
    for (let end = 1; end <= wording.length; end += 1) starts.add(wording.slice(0, end));
  }
  return starts;
}

let starts: ReadonlySet<string> | null = null;

/** Whether a text is a known label or the beginning of one, as it stands on the first lines of a narrow cell. */
export function startsLabel(text: string): boolean {
  starts ??= makeStarts();
  return starts.has(bareText(text)) || starts.has(normaliseLabel(text).key);
}
