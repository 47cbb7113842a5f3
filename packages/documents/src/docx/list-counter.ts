import { formatNumber } from './number-format.ts';
import type { ListDefinition, ListLevel, Numbering } from './numbering.ts';
import type { NumberingMark, ParagraphStyle } from './styles.ts';

/** What the word processor sets before a paragraph by itself. */
export interface AutomaticNumber {
  /** The list and level, by which items of one list are told from others. */
  readonly list: string;
  /** The number as it is shown, such as “（一）”; empty for a bullet. */
  readonly text: string;
  readonly value: number;
  /** `bullets` and plain `digits` make a list; other numbers are those of headings and are part of the text. */
  readonly kind: 'bullets' | 'digits' | 'heading';
}

const plainDigits = /^%\d[.、．)）]$/;

/** Counts the numbers that a word processor shows before paragraphs and does not keep in their text. */
export class ListCounter {
  readonly #numbering: Numbering;
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** The number of the next paragraph with this style and mark of its own; null for one without. */
  next(own: NumberingMark | null, style: ParagraphStyle): AutomaticNumber | null {
    const id = own?.list ?? style.numbering?.list ?? null;
    const list = id === null ? null : this.#numbering.list(id);
    if (id === null || list === null) return null;
    const at = own?.level ?? style.numbering?.level ?? levelOfStyle(list, style.numberedBy) ?? 0;
    const level = list.levels.get(at);
    if (level === undefined) return null;
    const value = this.#count(id, list, at);
    if (level.format === 'bullet') return { list: `${id}/${at}`, text: '', value, kind: 'bullets' };
    const text = this.#render(list, level, at);
    if (text === '') return null;
    const isList = level.format === 'decimal' && plainDigits.test(level.text);
    return { list: `${id}/${at}`, text, value, kind: isList ? 'digits' : 'heading' };
  }

  #count(id: string, list: ListDefinition, at: number): number {
    const counts = this.#counts.get(list.counts) ?? [];
    this.#counts.set(list.counts, counts);
    const restart = list.restarts.get(at);
    const begins = restart !== undefined && !this.#begun.has(`${id}/${at}`);
    this.#begun.add(`${id}/${at}`);
    const before = counts[at];
    const value = begins ? restart : before === undefined ? (list.levels.get(at)?.start ?? 1) : before + 1;
    counts.length = at;
    for (let upper = 0; upper < at; upper += 1) counts[upper] ??= list.levels.get(upper)?.start ?? 1;
    counts[at] = value;
    return value;
  }

  #render(list: ListDefinition, level: ListLevel, at: number): string {
    const counts = this.#counts.get(list.counts) ?? [];
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const format = level.digitsOnly ? 'decimal' : (list.levels.get(of)?.format ?? 'decimal');
      return of > at ? '' : formatNumber(format, counts[of] ?? 1);
    });
  }
}

function levelOfStyle(list: ListDefinition, style: string | null): number | null {
  if (style === null) return null;
  for (const [at, level] of list.levels) if (level.style === style) return at;
  return null;
}

/** A number with the text that follows it, as it looks on the page. */
export function numbered(number: string, text: string): string {
  const joins = number === '' || text === '' || /[、，,．.）)：:】\]]$/.test(number);
  return joins ? number + text : `${number} ${text}`;
}
