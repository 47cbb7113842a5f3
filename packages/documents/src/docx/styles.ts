import { attributeOf } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/tree.ts';
import { childOf, elementsOf, settingOf } from '../xml/tree.ts';

/** How a paragraph is numbered, as far as one place says so: null for what it leaves to others. */
export interface NumberingMark {
  readonly list: string | null;
  readonly level: number | null;
}

interface Style {
  readonly name: string;
  readonly basedOn: string | null;
  readonly numbering: NumberingMark | null;
  readonly outline: number | null;
}

export interface ParagraphStyle {
  readonly numbering: NumberingMark | null;
  /** The style, of this one and those that it is based on, that says how it is numbered. */
  readonly numberedBy: string | null;
  readonly isHeading: boolean;
  readonly isContents: boolean;
}

const plain: ParagraphStyle = { numbering: null, numberedBy: null, isHeading: false, isContents: false };
const longestChain = 20;
const heading = /^(?:heading|标题)\s*\d/i;
const contents = /^(?:toc|目录)\s*\d/i;

const numberOf = (text: string | null): number | null =>
  text === null || !/^\d{1,9}$/.test(text) ? null : Number(text);

/** What a paragraph's or a style's properties say of its numbering, or null. */
export function numberingMark(properties: XmlElement | null): NumberingMark | null {
  const mark = childOf(properties, 'w:numPr');
  return mark === null ? null : { list: settingOf(mark, 'w:numId'), level: numberOf(settingOf(mark, 'w:ilvl')) };
}

/** The level of a heading that properties give, 0 to 8; 9 is running text. */
export function outlineOf(properties: XmlElement | null): number | null {
  const level = numberOf(settingOf(properties, 'w:outlineLvl'));
  return level === null || level > 8 ? null : level;
}

/** The paragraph styles of a document, with what they take from the styles that they are based on. */
export class StyleSheet {
  readonly #styles = new Map<string, Style>();
  readonly #resolved = new Map<string, ParagraphStyle>();
  #usual: string | null = null;

  constructor(root: XmlElement | null) {
    for (const element of root === null ? [] : elementsOf(root)) {
      const id = attributeOf(element, 'styleId');
      if (element.name !== 'w:style' || id === null) continue;
      const properties = childOf(element, 'w:pPr');
      const isParagraph = attributeOf(element, 'type') === 'paragraph';
      if (isParagraph && attributeOf(element, 'default') === '1') this.#usual = id;
      this.#styles.set(id, {
        name: settingOf(element, 'w:name') ?? '',
        basedOn: settingOf(element, 'w:basedOn'),
        numbering: numberingMark(properties),
        outline: outlineOf(properties),
      });
    }
  }

  styleOf(id: string | null): ParagraphStyle {
    const key = id ?? this.#usual;
    if (key === null) return plain;
    const known = this.#resolved.get(key);
    if (known !== undefined) return known;
    const resolved = this.#resolve(key);
    this.#resolved.set(key, resolved);
    return resolved;
  }

  #resolve(first: string): ParagraphStyle {
    let found = plain;
    let id: string | null = first;
    for (let step = 0; step < longestChain && id !== null; step += 1) {
      const style: Style | undefined = this.#styles.get(id);
      if (style === undefined) break;
      const takes: boolean = found.numbering === null && style.numbering !== null;
      found = {
        numbering: takes ? style.numbering : found.numbering,
        numberedBy: takes ? id : found.numberedBy,
        isHeading: found.isHeading || style.outline !== null || heading.test(style.name),
        isContents: found.isContents || (step === 0 && contents.test(style.name)),
      };
      id = style.basedOn;
    }
    return found;
  }

  /** The list that a style of the numbering kind stands for. */
  listOf(style: string): string | null {
    return this.#styles.get(style)?.numbering?.list ?? null;
  }
}
