import { widestGrid } from '../source/table-grid.ts';
import { attributeOf } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/tree.ts';
import { childOf, elementsOf, isOn, settingOf, textOf } from '../xml/tree.ts';
import { alternativeOf, controlContent } from './inline.ts';

/** A cell of a table as Word marks it up, with the columns of the grid that it takes. */
export interface WordCell {
  readonly element: XmlElement;
  readonly start: number;
  readonly end: number;
}

export interface WordRow {
  readonly cells: readonly WordCell[];
  readonly isHead: boolean;
  /** Whether the row was put in or taken out with the change still marked. */
  readonly changed: boolean;
  /** Whether the row is no part of what is shown: deleted, or hidden. */
  readonly unseen: boolean;
}

const wrappers = new Set(['w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag']);

/** Elements of this name below one, through the controls and marks that may stand around them. */
function unwrapped(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child): XmlElement[] => {
    if (child.name === name) return [child];
    const inner =
      child.name === 'w:sdt'
        ? childOf(child, 'w:sdtContent')
        : child.name === 'mc:AlternateContent'
          ? alternativeOf(child)
          : wrappers.has(child.name)
            ? child
            : null;
    return inner === null ? [] : unwrapped(inner, name);
  });
}

const countOf = (text: string | null, otherwise: number): number => {
  const count = text === null ? Number.NaN : Number.parseInt(text, 10);
  return Number.isFinite(count) && count >= 0 ? Math.min(count, widestGrid) : otherwise;
};

function mergeOf(properties: XmlElement | null, name: string): 'restart' | 'goesOn' | null {
  const merge = childOf(properties, name);
  if (merge === null) return null;
  return attributeOf(merge, 'val') === 'restart' ? 'restart' : 'goesOn';
}

/**
 * The rows of a table with their cells in the grid. A cell that goes on with the one above or before it is left out, as
 * the places are that a span covers. `merged` holds the columns in which a cell may go on from row to row.
 */
export function wordRows(table: XmlElement): WordRow[] {
  const merged = new Set<number>();
  return unwrapped(table, 'w:tr').map((row): WordRow => {
    const properties = childOf(row, 'w:trPr');
    const cells: { element: XmlElement; start: number; end: number }[] = [];
    let start = countOf(settingOf(properties, 'w:gridBefore'), 0);
    for (const element of unwrapped(row, 'w:tc')) {
      if (start >= widestGrid) break;
      const cell = childOf(element, 'w:tcPr');
      const end = Math.min(start + Math.max(countOf(settingOf(cell, 'w:gridSpan'), 1), 1), widestGrid);
      const down = mergeOf(cell, 'w:vMerge');
      const last = cells.at(-1);
      if (mergeOf(cell, 'w:hMerge') === 'goesOn' && last !== undefined) last.end = end;
      else if (down !== 'goesOn' || !merged.has(start)) cells.push({ element, start, end });
      for (let column = start; column < end; column += 1) if (down === null) merged.delete(column);
      if (down !== null) merged.add(start);
      start = end;
    }
    const deleted = childOf(properties, 'w:del') !== null;
    return {
      cells,
      isHead: isOn(properties, 'w:tblHeader'),
      unseen: deleted || isOn(properties, 'w:hidden'),
      changed: deleted || childOf(properties, 'w:ins') !== null,
    };
  });
}

/** Whether there is a table inside a cell, where tables lay out the page. */
export function holdsTable(element: XmlElement): boolean {
  return elementsOf(element).some((child) => child.name === 'w:tbl' || (child.name !== 'w:p' && holdsTable(child)));
}

/** How much text is in a cell, hidden text included. */
export function lengthOf(element: XmlElement): number {
  if (element.name === 'w:t') return textOf(element).length;
  return elementsOf(element).reduce((sum, child) => sum + lengthOf(child), 0);
}

/** The paragraphs and tables in a body, a cell or a text box, through the controls and marks around them. */
export function* blocksOf(container: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(container)) {
    if (child.name === 'w:p' || child.name === 'w:tbl') yield child;
    else if (child.name === 'w:sdt') {
      const content = isContents(child) ? null : controlContent(child);
      if (content !== null) yield* blocksOf(content);
    } else if (child.name === 'mc:AlternateContent') {
      const alternative = alternativeOf(child);
      if (alternative !== null) yield* blocksOf(alternative);
    } else if (wrappers.has(child.name)) yield* blocksOf(child);
  }
}

/** Whether a control holds the table of contents, which repeats the headings. */
function isContents(control: XmlElement): boolean {
  const gallery = settingOf(childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  return gallery !== null && /table of contents/i.test(gallery);
}
