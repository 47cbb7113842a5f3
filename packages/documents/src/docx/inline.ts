import { attributeOf } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/tree.ts';
import { childOf, elementsOf, findDeep, isOn, textOf } from '../xml/tree.ts';
import { symbolOf } from './symbols.ts';

export interface InlineImage {
  /** The relationship that leads to the picture; null where it names none inside the document. */
  readonly relationship: string | null;
  readonly alt: string;
}

/** What a paragraph holds: its text, and what hangs on it and stands apart. */
export interface Inline {
  text: string;
  readonly boxes: XmlElement[];
  readonly images: InlineImage[];
  readonly notes: { readonly kind: 'footnotes' | 'endnotes'; readonly id: string }[];
  /** Whether something was put in or taken out with the changes still marked. */
  changed: boolean;
}

export const emptyInline = (): Inline => ({ text: '', boxes: [], images: [], notes: [], changed: false });

const passedOver = new Set(['w:pPr', 'w:rPr', 'w:fldChar', 'w:sdtPr', 'w:sdtEndPr', 'w:rt', 'w:rubyPr', 'w:instrText']);

/** The alternative to read: the first that is offered, or the older form where it alone is there. */
export function alternativeOf(element: XmlElement): XmlElement | null {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
}

/** The content of a control, or null where it only shows what is to be filled in. */
export function controlContent(control: XmlElement): XmlElement | null {
  const properties = childOf(control, 'w:sdtPr');
  return isOn(properties, 'w:showingPlcHdr') ? null : childOf(control, 'w:sdtContent');
}

function imageOf(drawing: XmlElement): InlineImage | null {
  const blip = findDeep(drawing, 'a:blip');
  const old = blip === null ? findDeep(drawing, 'v:imagedata') : null;
  const picture = blip ?? old;
  if (picture === null) return null;
  const described = blip === null ? findDeep(drawing, 'v:shape') : findDeep(drawing, 'wp:docPr');
  const alt = described === null ? null : attributeOf(described, blip === null ? 'alt' : 'descr');
  return { relationship: attributeOf(picture, blip === null ? 'id' : 'embed'), alt: (alt ?? '').trim() };
}

/** Gathers what is in a paragraph as it would be shown: deleted and hidden text left out, inserted text taken. */
export function gatherInline(element: XmlElement, into: Inline): void {
  for (const child of elementsOf(element)) gatherOne(child, into);
}

function gatherOne(child: XmlElement, into: Inline): void {
  switch (child.name) {
    case 'w:t':
    case 'm:t':
      into.text += textOf(child).replace(/[\r\n]+/g, ' ');
      return;
    case 'w:tab':
    case 'w:ptab':
      into.text += '\t';
      return;
    case 'w:br':
    case 'w:cr':
      into.text += '\n';
      return;
    case 'w:noBreakHyphen':
      into.text += '-';
      return;
    case 'w:sym':
      into.text += symbolOf(attributeOf(child, 'char') ?? '');
      return;
    case 'w:r':
      if (!isOn(childOf(child, 'w:rPr'), 'w:vanish')) gatherInline(child, into);
      return;
    case 'w:del':
    case 'w:moveFrom':
      into.changed = true;
      return;
    case 'w:ins':
    case 'w:moveTo':
      into.changed = true;
      gatherInline(child, into);
      return;
    case 'w:txbxContent':
      into.boxes.push(child);
      return;
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      gatherDrawing(child, into);
      return;
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const id = attributeOf(child, 'id');
      if (id !== null) into.notes.push({ kind: child.name === 'w:endnoteReference' ? 'endnotes' : 'footnotes', id });
      return;
    }
    default:
      gatherInside(child, into);
  }
}

function gatherDrawing(drawing: XmlElement, into: Inline): void {
  const image = imageOf(drawing);
  if (image !== null) into.images.push(image);
  gatherInline(drawing, into);
}

function gatherInside(child: XmlElement, into: Inline): void {
  if (passedOver.has(child.name)) return;
  const inner =
    child.name === 'mc:AlternateContent'
      ? alternativeOf(child)
      : child.name === 'w:sdt'
        ? controlContent(child)
        : child;
  if (inner !== null) gatherInline(inner, into);
}
