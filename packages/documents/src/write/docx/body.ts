import { displayWidth } from '../../text/width.ts';
import type { DocumentPart } from '../document-parts.ts';
import { bulletNumbering } from './fixed-parts.ts';
import { linePitch, textWidth, typeSize } from './page-layout.ts';
import { afterTable, paragraph, run, textParagraph } from './paragraphs.ts';
import type { PlacedPicture } from './picture.ts';
import { pictureXml } from './picture.ts';
import { statutoryTableXml } from './statutory-table.ts';
import { localRowsXml, textTableXml } from './text-table.ts';

/** What stands between the first page's top and its foot, and what it needs of other parts of the package. */
export interface Body {
  readonly xml: string;
  readonly orderedLists: number;
  readonly pictures: readonly PlacedPicture[];
}

type Signature = Extract<DocumentPart, { kind: 'signature' }>;

/** A title that is longer than its line breaks behind the organ. */
function titleXml(pieces: readonly string[]): string {
  const fits = displayWidth(pieces.join('')) * typeSize.二号 * 5 <= textWidth;
  return textParagraph('Title', fits ? pieces.join('') : pieces.join('\n'));
}

const character = typeSize.三号 * 10;
const fromRight = (characters: number): string =>
  `<w:ind w:rightChars="${Math.round(characters * 100)}" w:right="${Math.round(characters * character)}"/>`;

/**
 * The organ two characters from the right, the date under it two characters further in; a date longer than that keeps the
 * distance and moves the organ (GB/T 9704-2012, 7.3.5.2).
 */
function signatureXml({ agency, writtenOn }: Signature): string {
  const name = displayWidth(agency ?? '') / 2;
  const date = displayWidth(writtenOn ?? '') / 2;
  const both = agency !== null && writtenOn !== null;
  const dateRight = both ? Math.max(2, name - date) : 2;
  const nameRight = both ? dateRight + date + 2 - name : 2;
  const line = (text: string | null, right: number, before: string): string =>
    text === null ? '' : textParagraph('Signature', text, `${before}${fromRight(right)}`);
  const space = `<w:spacing w:before="${linePitch}"/>`;
  return (
    line(agency, nameRight, both ? `<w:keepNext/>${space}` : space) + line(writtenOn, dateRight, both ? '' : space)
  );
}

class BodyWriter {
  private orderedLists = 0;
  private readonly pictures: PlacedPicture[] = [];

  body(parts: readonly DocumentPart[]): Body {
    const xml = parts.map((part, at) => this.part(part, parts[at + 1]?.kind === 'signature')).join('');
    return { xml, orderedLists: this.orderedLists, pictures: this.pictures };
  }

  /** A signature never stands on a page without text: what comes before it stays with it. */
  private part(part: DocumentPart, keepsNext: boolean): string {
    switch (part.kind) {
      case 'title':
        return titleXml(part.pieces);
      case 'facts':
        return textParagraph('DocumentFacts', part.facts.map(({ label, value }) => `${label}：${value}`).join('　'));
      case 'heading':
        return textParagraph(`Heading${part.rank}`, part.text);
      case 'paragraph':
        return textParagraph('BodyText', part.text, keepsNext ? '<w:keepNext/>' : '');
      case 'list':
        return this.list(part.items, part.ordered);
      case 'textTable':
        return textTableXml(part.table) + afterTable;
      case 'picture':
        return this.picture(part);
      case 'statutoryTable':
        return statutoryTableXml(part) + afterTable;
      case 'localRows':
        return localRowsXml(part) + afterTable;
      case 'signature':
        return signatureXml(part);
    }
  }

  private list(items: readonly string[], ordered: boolean): string {
    if (ordered) this.orderedLists += 1;
    const numbering = ordered ? bulletNumbering + this.orderedLists : bulletNumbering;
    const properties = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${numbering}"/></w:numPr>`;
    return items.map((item) => paragraph('ListParagraph', run(item), properties)).join('');
  }

  private picture({ picture, alt }: Extract<DocumentPart, { kind: 'picture' }>): string {
    const placed = { picture, alt, number: this.pictures.length + 1 };
    this.pictures.push(placed);
    return pictureXml(placed);
  }
}

export function bodyOf(parts: readonly DocumentPart[]): Body {
  return new BodyWriter().body(parts);
}
