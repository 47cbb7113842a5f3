import type { DocumentMarks } from '../document-marks.ts';
import { xmlHead } from '../ooxml/xml-head.ts';
import { footerLines, page } from './page-layout.ts';
import { paragraph, run, textParagraph } from './paragraphs.ts';
import { namespaces } from './xml-names.ts';

const notesOf = ({ version, address }: DocumentMarks): readonly string[] =>
  address === null ? [version] : [version, address];

const field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>';

/** A footer: the page number one character from the outer edge, and under it what the document is. */
function footerXml(marks: DocumentMarks, side: 'left' | 'right'): string {
  const properties = `<w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/>`;
  const number = paragraph('Footer', `${run('— ')}${field}${run(' —')}`, properties);
  const notes = notesOf(marks).map((note) => textParagraph('FooterNote', note));
  return `${xmlHead}<w:ftr xmlns:w="${namespaces.word}">${number}${notes.join('')}</w:ftr>`;
}

/** The parts at the edges of the page by the id of their relation. `footerOdd` and `footerEven` differ in their side. */
export function edgeParts(
  marks: DocumentMarks,
): Readonly<Record<string, { readonly kind: 'header' | 'footer'; readonly xml: string }>> {
  const header = marks.draft === null ? '' : textParagraph('Header', marks.draft);
  return {
    ...(header === ''
      ? {}
      : { header: { kind: 'header', xml: `${xmlHead}<w:hdr xmlns:w="${namespaces.word}">${header}</w:hdr>` } }),
    footerOdd: { kind: 'footer', xml: footerXml(marks, 'right') },
    footerEven: { kind: 'footer', xml: footerXml(marks, 'left') },
  };
}

/** The section's properties, which end the body: page, margins, and what stands at the edges. */
export function sectionXml(marks: DocumentMarks): string {
  const reference = (kind: string, type: string, id: string): string =>
    `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
  const headers = marks.draft === null ? [] : ['even', 'default'].map((type) => reference('header', type, 'header'));
  const notes = notesOf(marks).length * footerLines.note;
  const footer = page.bottom - footerLines.gap - footerLines.number - notes;
  return [
    '<w:sectPr>',
    ...headers,
    reference('footer', 'even', 'footerEven'),
    reference('footer', 'default', 'footerOdd'),
    `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>`,
    `<w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}" w:header="1021" w:footer="${footer}" w:gutter="0"/>`,
    '<w:cols w:space="720"/></w:sectPr>',
  ].join('');
}
