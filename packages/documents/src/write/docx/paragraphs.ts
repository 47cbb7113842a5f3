import { markupText } from '../markup-text.ts';

/** Quotation marks, dashes and dots that Chinese and Latin share are to be set in the Chinese font. */
const chinese = '<w:rFonts w:hint="eastAsia"/>';

/** A run of text; line breaks and tabs in it are kept. `properties` are those of the run, without its fonts. */
export function run(text: string, properties = ''): string {
  const pieces = text.replaceAll('\r\n', '\n').split(/([\n\r\t])/);
  const content = pieces.map((piece) => {
    if (piece === '\t') return '<w:tab/>';
    if (piece === '\n' || piece === '\r') return '<w:br/>';
    return piece === '' ? '' : `<w:t xml:space="preserve">${markupText(piece)}</w:t>`;
  });
  return `<w:r><w:rPr>${chinese}${properties}</w:rPr>${content.join('')}</w:r>`;
}

/** A paragraph of a named style. `properties` follow the style in the order that the schema wants. */
export function paragraph(style: string, content: string, properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;
}

/** A paragraph that is one run. */
export const textParagraph = (style: string, text: string, properties = ''): string =>
  paragraph(style, text === '' ? '' : run(text), properties);

/** Keeps two tables apart, which would become one, and gives the last table the paragraph that must follow it. */
export const afterTable = paragraph('AfterTable', '');
