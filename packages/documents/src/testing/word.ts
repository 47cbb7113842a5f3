import type { Report } from '@nianbao/core';
import type { DrawTable } from './layouts.ts';
import { whole } from './layouts.ts';
import { contentTypes, escaped, packed, relationships } from './packed.ts';

const address = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Parts beside the body of a document, as inner XML by the name of their root element. */
export interface WordParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  /** Any other parts by their names in the archive. */
  readonly others?: Readonly<Record<string, string | Uint8Array>>;
}

const part = (root: string, inner: string): string =>
  `<?xml version="1.0"?><w:${root} xmlns:w="${address}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${inner}</w:${root}>`;

/** A document of Word with this inside its body. */
export function docx(
  body: string,
  { styles = '', numbering = '', footnotes = '', others = {} }: WordParts = {},
): Uint8Array {
  return packed({
    '[Content_Types].xml': contentTypes({
      'word/document.xml': 'wordprocessingml.document.main',
      'word/styles.xml': 'wordprocessingml.styles',
      'word/numbering.xml': 'wordprocessingml.numbering',
      'word/footnotes.xml': 'wordprocessingml.footnotes',
    }),
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'word/document.xml'] }),
    'word/_rels/document.xml.rels': relationships({
      rId1: ['styles', 'styles.xml'],
      rId2: ['numbering', 'numbering.xml'],
      rId3: ['footnotes', 'footnotes.xml'],
      rId4: ['image', 'media/image1.png'],
    }),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    'word/footnotes.xml': part('footnotes', footnotes),
    ...others,
  });
}

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of these runs; `properties` is what stands in its properties. */
export const paragraph = (runs: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;

export const words = (text: string): string => paragraph(run(text));

export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;

/** Draws merged cells as Word does: a cell for each row that a span covers, marked as going on from above. */
export const drawTable: DrawTable = (rows) => {
  const open = new Map<number, { left: number; readonly columnSpan: number }>();
  const drawn = rows.map((row) => {
    let column = 0;
    const cells: string[] = [];
    const goOn = () => {
      for (let above = open.get(column); above !== undefined && above.left > 0; above = open.get(column)) {
        above.left -= 1;
        cells.push(cell(words(''), `<w:gridSpan w:val="${above.columnSpan}"/><w:vMerge/>`));
        column += above.columnSpan;
      }
    };
    for (const { text, columnSpan, rowSpan } of row) {
      goOn();
      const merge = rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
      cells.push(cell(words(text), `${columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : ''}${merge}`));
      open.set(column, { left: rowSpan - 1, columnSpan });
      column += columnSpan;
    }
    goOn();
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  const columns = (rows[0] ?? []).reduce((sum, { columnSpan }) => sum + columnSpan, 0);
  const grid = '<w:gridCol w:w="1500"/>'.repeat(columns);
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${drawn.join('')}</w:tbl>`;
};

/** A report as a document of Word in the official layout. */
export const wordReport = (report: Report): Uint8Array => docx(whole(report, { paragraph: words, table: drawTable }));
