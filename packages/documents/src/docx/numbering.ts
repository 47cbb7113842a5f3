import { attributeOf } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/tree.ts';
import { childOf, elementsOf, isOn, settingOf } from '../xml/tree.ts';
import type { StyleSheet } from './styles.ts';

/** One level of a list: how its numbers look. `text` has `%1` to `%9` where the numbers of levels go. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** Whether numbers of other levels are written in digits whatever their own format. */
  readonly digitsOnly: boolean;
  readonly style: string | null;
}

/** A list of a document: its levels, and the count that it shares with all lists of the same definition. */
export interface ListDefinition {
  readonly counts: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Levels at which this list begins anew instead of going on with the shared count. */
  readonly restarts: ReadonlyMap<number, number>;
}

const wholeOf = (text: string | null, otherwise: number): number =>
  text !== null && /^\d{1,6}$/.test(text) ? Number(text) : otherwise;

function levelOf(element: XmlElement): ListLevel {
  return {
    start: wholeOf(settingOf(element, 'w:start'), 0),
    format: formatOf(element),
    text: (settingOf(element, 'w:lvlText') ?? '').slice(0, 100),
    digitsOnly: isOn(element, 'w:isLgl'),
    style: settingOf(element, 'w:pStyle'),
  };
}

/** Newer formats stand in an alternative, with an older one for programs that do not know them. */
function formatOf(level: XmlElement): string {
  const alternative = childOf(level, 'mc:AlternateContent');
  const fallback = childOf(childOf(alternative, 'mc:Fallback'), 'w:numFmt');
  return settingOf(level, 'w:numFmt') ?? (fallback === null ? null : attributeOf(fallback, 'val')) ?? 'decimal';
}

function levelsOf(element: XmlElement | null): Map<number, ListLevel> {
  const levels = elementsOf(element ?? { name: '', attributes: {}, children: [] }).filter(
    ({ name }) => name === 'w:lvl',
  );
  return new Map(levels.map((level) => [wholeOf(attributeOf(level, 'ilvl'), 0), levelOf(level)]));
}

/** The lists of a document by their number, as `word/numbering.xml` defines them. */
export class Numbering {
  readonly #abstract = new Map<string, XmlElement>();
  readonly #lists = new Map<string, XmlElement>();
  readonly #definitions = new Map<string, ListDefinition | null>();
  readonly #styles: StyleSheet;

  constructor(root: XmlElement | null, styles: StyleSheet) {
    this.#styles = styles;
    for (const element of root === null ? [] : elementsOf(root)) {
      const abstract = attributeOf(element, 'abstractNumId');
      const list = attributeOf(element, 'numId');
      if (element.name === 'w:abstractNum' && abstract !== null) this.#abstract.set(abstract, element);
      if (element.name === 'w:num' && list !== null) this.#lists.set(list, element);
    }
  }

  /** The list of this number; null for a number that takes numbering away or that no list has. */
  list(id: string): ListDefinition | null {
    const known = this.#definitions.get(id);
    if (known !== undefined) return known;
    const definition = this.#define(id);
    this.#definitions.set(id, definition);
    return definition;
  }

  #define(id: string): ListDefinition | null {
    const element = this.#lists.get(id);
    if (element === undefined) return null;
    const abstract = this.#abstractOf(element);
    if (abstract === null) return null;
    const levels = levelsOf(abstract.element);
    const restarts = new Map<number, number>();
    for (const change of elementsOf(element).filter(({ name }) => name === 'w:lvlOverride')) {
      const at = wholeOf(attributeOf(change, 'ilvl'), 0);
      const level = childOf(change, 'w:lvl');
      if (level !== null) levels.set(at, levelOf(level));
      const start = settingOf(change, 'w:startOverride');
      if (start !== null) restarts.set(at, wholeOf(start, 1));
    }
    return { counts: abstract.id, levels, restarts };
  }

  /** The definition that a list stands on; one that only names a style stands on that style's list. */
  #abstractOf(list: XmlElement): { readonly id: string; readonly element: XmlElement } | null {
    const id = settingOf(list, 'w:abstractNumId');
    const element = id === null ? undefined : this.#abstract.get(id);
    if (id === null || element === undefined) return null;
    const style = settingOf(element, 'w:numStyleLink');
    const linked = style === null ? null : this.#styles.listOf(style);
    const linkedList = linked === null ? undefined : this.#lists.get(linked);
    const linkedId = linkedList === undefined ? null : settingOf(linkedList, 'w:abstractNumId');
    const linkedElement = linkedId === null ? undefined : this.#abstract.get(linkedId);
    return linkedId !== null && linkedElement !== undefined
      ? { id: linkedId, element: linkedElement }
      : { id, element };
  }
}
