import { lineWithTabs } from '../source/marked-line.ts';
import type { SourceItem, SourceLine } from '../source/source.ts';
import type { AutomaticNumber } from './list-counter.ts';
import { numbered } from './list-counter.ts';

/**
 * Tells real lists from paragraphs that only carry a number: items that follow each other, numbered from 1 where they
 * are numbered. The number of any other item becomes part of its text, as it is shown.
 */
export class ItemLists {
  readonly #numbers = new Map<SourceLine, AutomaticNumber>();
  #count = 0;

  /** Notes that a line is an item with this number before it. */
  item(line: SourceLine, number: AutomaticNumber): SourceLine {
    const marked = { ...line };
    this.#numbers.set(marked, number);
    return marked;
  }

  /** The items with lists marked, once all of them are known. */
  settle(items: readonly SourceItem[]): SourceItem[] {
    const settled: SourceItem[] = [];
    for (let at = 0; at < items.length; ) {
      const run = this.#runFrom(items, at);
      const [first] = run;
      if (first === undefined) {
        const item = items[at];
        if (item !== undefined) settled.push(item);
        at += 1;
        continue;
      }
      const { kind, value } = first.number;
      const isList = kind === 'bullets' || (value === 1 && run.length > 1);
      this.#count += 1;
      const list = { id: this.#count, ordered: kind === 'digits' };
      for (const { line, number } of run) settled.push(isList ? { ...line, list } : withNumber(line, number));
      at += run.length;
    }
    return settled;
  }

  #runFrom(items: readonly SourceItem[], from: number): { line: SourceLine; number: AutomaticNumber }[] {
    const run: { line: SourceLine; number: AutomaticNumber }[] = [];
    for (let at = from; at < items.length; at += 1) {
      const item = items[at];
      const number = item?.kind === 'line' ? this.#numbers.get(item) : undefined;
      const last = run.at(-1)?.number;
      if (item?.kind !== 'line' || number === undefined) break;
      if (last !== undefined && (last.list !== number.list || number.value !== last.value + 1)) break;
      run.push({ line: item, number });
    }
    return run;
  }
}

function withNumber(line: SourceLine, number: AutomaticNumber): SourceLine {
  return number.text === '' ? line : lineWithTabs(numbered(number.text, line.text), line.line, line.column);
}
